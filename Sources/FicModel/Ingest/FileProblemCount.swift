/// How many files have a problem of one kind.
public struct FileProblemCount: Hashable, Sendable, JSONWritable {
  /// The code of the problem: `empty`, `damaged`.
  public var code: String

  /// How many files have it.
  public var files: Int

  /// Creates a count.
  public init(code: String, files: Int) {
    self.code = code
    self.files = files
  }

  /// Appends the fields.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("code", code)
      object.field("files", files)
    }
  }
}

extension FileProblemCount: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(code: try json.read("code"), files: try json.read("files"))
  }
}

extension FileProblemCount {
  /// What is the matter with such files, to stand behind their number: "2 damaged".
  package var words: String {
    switch code {
    case "empty": "without text"
    case "binary": "not text"
    case "unsupported_format": "in a format that is not read"
    case "too_large", "unpacks_too_large": "too large"
    case "too_deep": "nested too deep"
    case "encrypted": "encrypted"
    case "damaged": "damaged"
    case "several_books": "with several books"
    case "no_story": "without a story"
    case "vanished": "gone"
    case "permission_denied": "that may not be read"
    case "not_a_regular_file": "that are no regular files"
    case "unreadable": "unreadable"
    case FileProblem.otherForm: "searched in another form"
    case FileProblem.leftOut: "left out by name, the first of each kind"
    case "unreadable_folder": "in folders that cannot be read"
    case "empty_folder": "in folders that are empty now"
    case "broken_link": "behind links that lead nowhere"
    case "outside_archive": "behind links out of the archive"
    case "undecodable_name": "with names that are no UTF-8"
    case "missing_pages": "searchable, with pages missing"
    case "unlisted_pages": "searchable, with pages that the book does not list"
    case "stray_entries": "searchable, without entries that lead out of them"
    case "doubtful_charset": "searchable, perhaps in the wrong character set"
    case "invalid_bytes": "searchable, with bytes that are no text"
    case "too_many_chapters", "too_many_scenes": "searchable, with chapters or scenes run together"
    case FileProblem.unfitCorrection: "corrections that fit no line"
    default: String(code.map { $0 == "_" ? " " : $0 })
    }
  }

  /// The most reasons that are named in a line.
  private static let mostReasons = 4

  /// "2 damaged, 1 without text": what is the matter, those with the same words together.
  package static func words(of counts: [FileProblemCount]) -> String {
    var reasons: [(words: String, files: Int)] = []
    for count in counts {
      if let known = reasons.firstIndex(where: { $0.words == count.words }) {
        reasons[known].files += count.files
      } else {
        reasons.append((count.words, count.files))
      }
    }
    var parts = reasons.prefix(mostReasons).map { "\($0.files) \($0.words)" }
    let left = reasons.dropFirst(mostReasons).reduce(0) { $0 + $1.files }
    if left > 0 { parts.append("\(left) for other reasons") }
    return parts.joined(separator: ", ")
  }

  /// Whether such files are not searchable, or only in an older version.
  package var isFailure: Bool { FileProblem.isFailure(code) }
}
