/// The file of saved queries, one a line.
///
///     unanswered = "from:smith to:pask ?"
package struct NamedQueryFile: Sendable {
  /// How such files are written.
  package static let kind = UserFile.Kind(
    ending: "queries",
    form: "NAME = QUERY",
    opening: ["# Saved queries, one a line: NAME = QUERY; a search has them as @NAME.", ""],
    flawCode: "bad_query"
  )

  /// The most saved queries.
  package static let maximumQueries = 1000

  /// The names, small, with their queries, in the order of the file; one that stands twice is the
  /// first.
  package private(set) var queries: [(name: String, query: String)] = []

  private var file: UserFile
  private var lines: [String: Int] = [:]

  /// Reads a file's bytes.
  package init(path: String, bytes: [UInt8] = []) {
    file = UserFile(path: path, kind: Self.kind, bytes: bytes)
    for entry in file.entries {
      let name = entry.key.lowercased()
      let query = entry.values.joined(separator: ", ")
      if let flaw = flaw(in: name, query) {
        file.report(flaw, line: entry.number)
      } else {
        lines[name] = entry.number
        queries.append((name, query))
      }
    }
  }

  /// Why a line is left out; nil where it counts.
  private func flaw(in name: String, _ query: String) -> UserFileFlaw? {
    if let flaw = Self.flaw(in: name) { return flaw }
    let form = "write \(Self.kind.form)"
    if query.isEmpty {
      return UserFileFlaw(cause: "there is no query behind the '='", hint: form)
    }
    if lines[name] != nil {
      return UserFileFlaw(cause: "'\(name)' stands in the file already", hint: "take another name")
    }
    guard queries.count < Self.maximumQueries else {
      return UserFileFlaw(
        cause: "the file has more than \(Self.maximumQueries) queries",
        hint: "remove what is not needed"
      )
    }
    return nil
  }

  /// What was not understood.
  package var problems: [FileProblem] { file.problems }

  /// The file's bytes, with a line end at the end.
  package var bytes: [UInt8] { file.bytes }

  /// The queries by their names.
  package var byName: [String: String] {
    Dictionary(queries.map { ($0.name, $0.query) }) { first, _ in first }
  }

  /// Why a text is no name of a query; nil where it is one: letters, digits, `-` and `_`.
  package static func flaw(in name: String) -> UserFileFlaw? {
    let isName = name.utf8.allSatisfy { byte in
      let small = byte | 0x20
      return small >= 0x61 && small <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D
        || byte == 0x5F || byte >= 0x80
    }
    if isName, (1...64).contains(name.utf8.count) { return nil }
    return UserFileFlaw(
      cause: "'\(name.prefix(80))' is no name of a query",
      hint: "take letters, digits, - and _; at most 64 bytes"
    )
  }

  /// Saves a query under a name, in place of another.
  package mutating func set(_ name: String, _ query: String) {
    if let number = lines[name.lowercased()] {
      file.replace(line: number, key: name.lowercased(), values: [query])
    } else {
      file.insert(key: name.lowercased(), values: [query], work: nil)
    }
    self = NamedQueryFile(path: file.path, bytes: file.bytes)
  }

  /// Removes a name; returns whether it was there.
  package mutating func remove(_ name: String) -> Bool {
    guard let number = lines[name.lowercased()] else { return false }
    file.remove(line: number)
    self = NamedQueryFile(path: file.path, bytes: file.bytes)
    return true
  }
}
