/// A line of an alias file.
enum AliasLine: Hashable {
  /// Nothing, or a comment.
  case blank
  /// `[work: Title or id]`: what follows holds in that work.
  case section(String)
  /// `Name = alias, alias`, and the comment behind it with its mark; empty where there is none.
  case entry(name: String, aliases: [String], comment: String)

  /// Reads a line without its end.
  ///
  /// Throws: `AliasFlaw`.
  init(_ text: String) throws(AliasFlaw) {
    let text = AliasScanner.trimmed(text)
    if text.isEmpty || text.hasPrefix("#") {
      self = .blank
    } else if text.hasPrefix("[") {
      self = .section(try Self.work(in: text))
    } else {
      self = try Self.entry(text)
    }
  }

  private static func work(in text: String) throws(AliasFlaw) -> String {
    let inner = text.dropFirst().dropLast()
    let parts = inner.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let isWork = parts.count == 2 && AliasScanner.trimmed(parts[0]).lowercased() == "work"
    guard text.hasSuffix("]"), isWork, let title = parts.last.map(AliasScanner.trimmed),
      !title.isEmpty
    else {
      throw AliasFlaw(
        cause: "the section is not understood, so the names below it are left out",
        hint: "write [work: Title] or [work: id]; 'ficsearch works' shows both"
      )
    }
    return title
  }

  private static func entry(_ text: String) throws(AliasFlaw) -> AliasLine {
    var scanner = AliasScanner(text)
    let (name, end) = try scanner.value(endingAt: "=")
    guard end == "=" else {
      throw AliasFlaw(
        cause: "there is no '=' between a name and its aliases",
        hint: "write NAME = ALIAS, ALIAS"
      )
    }
    var aliases: [String] = []
    while true {
      let (alias, end) = try scanner.value(endingAt: ",")
      // Nothing behind "=" is a person without aliases; a last comma does no harm.
      if !alias.isEmpty { aliases.append(alias) }
      if end == nil { break }
    }
    for name in [name] + aliases {
      if let flaw = AliasName.flaw(in: name) { throw flaw }
    }
    return .entry(name: name, aliases: aliases, comment: scanner.comment)
  }

  /// An entry as a line.
  static func text(name: String, aliases: [String], comment: String = "") -> String {
    let names = aliases.map(AliasName.written).joined(separator: ", ")
    let line = AliasName.written(name) + " =" + (names.isEmpty ? "" : " " + names)
    return comment.isEmpty ? line : line + "  " + comment
  }
}
