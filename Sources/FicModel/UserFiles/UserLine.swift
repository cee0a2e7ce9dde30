/// A line of a file that the user keeps.
enum UserLine: Hashable {
  /// Nothing, or a comment.
  case blank
  /// `[work: Title or id]`: what follows holds in that work.
  case section(String)
  /// `KEY = VALUE, VALUE`, and the comment behind it with its mark; empty where there is none.
  case entry(key: String, values: [String], comment: String)

  /// Reads a line without its end; `form` says how an entry is written.
  ///
  /// Throws: `UserFileFlaw`.
  init(_ text: String, form: String) throws(UserFileFlaw) {
    let text = UserLineScanner.trimmed(text)
    if text.isEmpty || text.hasPrefix("#") {
      self = .blank
    } else if text.hasPrefix("[") {
      self = .section(try Self.work(in: text))
    } else {
      self = try Self.entry(text, form: form)
    }
  }

  private static func work(in text: String) throws(UserFileFlaw) -> String {
    let inner = text.dropFirst().dropLast()
    let parts = inner.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let isWork = parts.count == 2 && UserLineScanner.trimmed(parts[0]).lowercased() == "work"
    guard text.hasSuffix("]"), isWork, let title = parts.last.map(UserLineScanner.trimmed),
      !title.isEmpty
    else {
      throw UserFileFlaw(
        cause: "the section is not understood, so the lines below it are left out",
        hint: "write [work: Title] or [work: id]; 'ficsearch works' shows both"
      )
    }
    return title
  }

  private static func entry(_ text: String, form: String) throws(UserFileFlaw) -> UserLine {
    var scanner = UserLineScanner(text)
    let (key, end) = try scanner.value(endingAt: "=")
    guard end == "=" else {
      throw UserFileFlaw(cause: "there is no '=' in the line", hint: "write \(form)")
    }
    var values: [String] = []
    while true {
      let (value, end) = try scanner.value(endingAt: ",")
      // A last comma does no harm.
      if !value.isEmpty { values.append(value) }
      if end == nil { break }
    }
    return .entry(key: key, values: values, comment: scanner.comment)
  }

  /// An entry as a line.
  static func text(key: String, values: [String], comment: String = "") -> String {
    let values = values.map(written).joined(separator: ", ")
    let line = written(key) + " =" + (values.isEmpty ? "" : " " + values)
    return comment.isEmpty ? line : line + "  " + comment
  }

  /// A value as a file holds it, in quotes where it would read as something else.
  private static func written(_ value: String) -> String {
    let isPlain =
      !value.contains { "=,\"[]#\\".contains($0) } && value == UserLineScanner.trimmed(value)
    if isPlain { return value }
    return "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
