import Foundation

/// What `Tests/Golden/examples.txt` says of the texts in `Examples/archive`.
struct ExampleLabels {
  /// A quotation with who says it, and to whom.
  struct Line {
    var words: String
    /// The names that are right; empty where it is open.
    var speaker: Set<String>
    var addressees: Set<String>
  }

  /// A text: its path below the archive, and its lines.
  struct Example {
    var path: String
    var lines: [Line] = []
  }

  /// So many characters of a quotation stand in the file.
  static let length = 48

  private(set) var texts: [Example] = []

  /// Reads the file beside the tests.
  init() throws {
    let file = Self.root.appending(path: "Tests/Golden/examples.txt")
    var names: [String: Set<String>] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("= ") {
        texts.append(Example(path: String(line.dropFirst(2))))
      } else if line.hasPrefix("@ ") {
        let all = line.dropFirst(2).components(separatedBy: " | ")
        names[all[0]] = Set(all)
      } else if !line.hasPrefix("#"), !texts.isEmpty {
        let fields = line.components(separatedBy: "\t")
        texts[texts.count - 1].lines.append(
          Line(
            words: fields[0],
            speaker: Self.people(fields[1], names),
            addressees: Self.people(fields[2], names)
          )
        )
      }
    }
  }

  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func people(_ field: String, _ names: [String: Set<String>]) -> Set<String> {
    if field == "-" { return [] }
    return field.components(separatedBy: " + ").reduce(into: []) { $0.formUnion(names[$1] ?? [$1]) }
  }
}
