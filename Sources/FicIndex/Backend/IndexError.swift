/// What went wrong with an index: facts only; `IndexError+Problem.swift` words them.
package struct IndexError: Error, Hashable, Sendable {
  /// What kind of failure it is.
  package enum Code: String, Hashable, Sendable {
    /// Another process writes; the same call may succeed later.
    case busy
    /// The file is damaged; a rebuild mends it.
    case corrupt
    /// The file was written by a newer version.
    case newerSchema = "newer_schema"
    /// The file is no index of this program.
    case notAnIndex = "not_an_index"
    /// The disk is full.
    case diskFull = "disk_full"
    /// The file or its folder cannot be opened, read or written.
    case unavailable
    /// The file does not exist yet, or holds nothing; the first index run makes it.
    case notIndexed = "not_indexed"
    /// The query took too long.
    case deadlineExceeded = "deadline_exceeded"
    /// The engine of this machine is another than the program was made for.
    case unknownEngine = "unknown_engine"
    /// Anything else that the engine reported.
    case engine
  }

  /// What kind of failure it is.
  package var code: Code

  /// What was being done, a verb and its object: "open the index".
  package var operation: String

  /// The index file.
  package var path: String

  /// Why, in words that a user understands.
  package var cause: String

  /// The engine's own words, for the log; nil where it said nothing.
  package var engineWords: String?

  /// Creates an error.
  package init(
    code: Code,
    operation: String,
    path: String,
    cause: String,
    engineWords: String? = nil
  ) {
    self.code = code
    self.operation = operation
    self.path = path
    self.cause = cause
    self.engineWords = engineWords
  }

  /// Whether the same call may succeed later.
  package var isRetriable: Bool { code == .busy }
}
