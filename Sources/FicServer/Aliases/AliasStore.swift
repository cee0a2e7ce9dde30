import FicModel

/// The alias files: the one that somebody keeps by hand, which is only read, and the one beside the
/// index, which is changed.
struct AliasStore: Sendable {
  /// The files as they are on disk.
  struct Contents: Sendable {
    /// The file kept by hand, where there is one, then the daemon's own.
    var files: [AliasFile]

    /// Lines that are not understood, and files that cannot be read.
    var problems: [FileProblem]
  }

  let options: CurrentOptions
  let store: UserFileStore

  /// Reads the files; one that cannot be read is a problem.
  var contents: Contents {
    let options = options.value
    var contents = Contents(files: [], problems: [])
    for path in [options.aliases, options.userFile(AliasFile.kind)] where !path.isEmpty {
      do throws(Problem) {
        let file = try Self.read(path, mayBeMissing: path == options.userFile(AliasFile.kind))
        contents.files.append(file)
        contents.problems += file.problems
      } catch {
        contents.problems.append(
          FileProblem(
            code: "unreadable_aliases",
            path: path,
            cause: error.detail,
            hint: error.hint
          )
        )
      }
    }
    return contents
  }

  /// Changes the daemon's own file; `body` sees the files in order, its own last.
  ///
  /// Throws: `Problem` where a file cannot be read or written; what `body` throws, and nothing is
  /// changed then.
  func change(_ body: ([AliasFile]) throws -> AliasFile) throws {
    let options = options.value
    try store.change(options.userFile(AliasFile.kind), of: AliasFile.kind) { bytes in
      var files: [AliasFile] = []
      if !options.aliases.isEmpty {
        files.append(try Self.read(options.aliases, mayBeMissing: false))
      }
      files.append(AliasFile(path: options.userFile(AliasFile.kind), bytes: bytes))
      return try body(files).bytes
    }
  }

  private static func read(_ path: String, mayBeMissing: Bool) throws(Problem) -> AliasFile {
    if let bytes = try UserFileStore.bytes(at: path, of: AliasFile.kind) {
      return AliasFile(path: path, bytes: bytes)
    }
    guard mayBeMissing else {
      throw .notRead(AliasFile.kind, path, cause: "there is no such file")
    }
    return AliasFile(path: path)
  }
}
