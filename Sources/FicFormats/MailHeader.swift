import FicModel
import FicParsing

/// The header of a letter to a mailing list or a newsgroup, above the story: `From:`, `Subject:`
/// and others, up to a blank line.
///
/// Source: RFC 5322, section 2.2; RFC 5536, section 3.1.
struct MailHeader {
  /// Title and author, as far as the subject and the sender tell them.
  private(set) var fields: [MetadataField] = []

  /// The index of the first line after the header; 0 where there is none.
  private(set) var endLine = 0

  /// A longer subject or sender, in bytes, is a paragraph.
  private static let longestValue = 1000

  private static let names: Set<String> = [
    "from", "to", "cc", "reply-to", "subject", "date", "newsgroups", "message-id", "path", "lines",
    "references", "in-reply-to", "organization", "sender", "approved", "followup-to",
    "mime-version",
    "content-type", "content-transfer-encoding", "mailing-list", "list-id", "return-path",
    "received",
    "delivered-to", "precedence", "user-agent", "distribution", "keywords", "summary",
    "nntp-posting-host",
  ]

  /// Reads the header; `From:` and `Subject:` must be in it, and nothing that is no line of one.
  ///
  /// Complexity: linear in the number of its lines.
  init(_ text: [UInt8], lines: [TextLine]) {
    var index = 0
    while index < lines.count, lines[index].isBlank { index += 1 }
    // The line by which mailboxes part letters.
    if index < lines.count, Self.words(lines[index], text).hasPrefix("From ") { index += 1 }
    var values: [(name: String, value: String)] = []
    while index < min(lines.count, HeaderReader.longest), !lines[index].isBlank {
      let line = Self.words(lines[index], text)
      index += 1
      if lines[index - 1].indentation > 0, !values.isEmpty {
        values[values.count - 1].value += " " + line
        continue
      }
      guard let colon = line.firstIndex(of: ":") else { return }
      let name = line[..<colon].lowercased()
      guard Self.names.contains(name) || name.hasPrefix("x-") else { return }
      values.append((name, HeaderValue.folded(String(line[line.index(after: colon)...]))))
    }
    guard let sender = values.first(where: { $0.name == "from" })?.value,
      let subject = values.first(where: { $0.name == "subject" })?.value,
      sender.utf8.count <= Self.longestValue, subject.utf8.count <= Self.longestValue
    else { return }
    endLine = index
    let title = Self.title(subject)
    if !title.isEmpty { fields.append(MetadataField(key: "title", value: title, origin: .text)) }
    let author = Self.author(sender)
    if !author.isEmpty { fields.append(MetadataField(key: "author", value: author, origin: .text)) }
  }

  private static func words(_ line: TextLine, _ text: [UInt8]) -> String {
    HeaderValue.folded(String(decoding: text[line.content..<line.end], as: UTF8.self))
  }

  /// A subject without `Re:`, marks of the list in brackets, `FIC:` and the number of the part.
  private static func title(_ subject: String) -> String {
    var words = Substring(subject)
    var isChanged = true
    while isChanged {
      isChanged = false
      if words.first == "[", let close = words.firstIndex(of: "]") {
        words = words[words.index(after: close)...].drop { $0 == " " }
        isChanged = true
      }
      for mark in ["re:", "fwd:", "fic:", "story:", "new:", "repost:"]
      where words.lowercased().hasPrefix(mark) {
        words = words.dropFirst(mark.count).drop { $0 == " " }
        isChanged = true
      }
    }
    if words.last == ")" || words.last == "]",
      let open = words.lastIndex(where: { $0 == "(" || $0 == "[" }),
      words[words.index(after: open)...].dropLast().allSatisfy({
        $0.isNumber || "/? of".contains($0)
      })
    {
      words = words[..<open]
    }
    return HeaderValue.folded(String(words))
  }

  /// The name in `Ann Lee <ann@example.org>` and `ann@example.org (Ann Lee)`; else the address up
  /// to its sign.
  private static func author(_ sender: String) -> String {
    var name = Substring(sender)
    if let open = sender.firstIndex(of: "<") {
      name = sender[..<open]
    } else if let open = sender.firstIndex(of: "("), let close = sender.lastIndex(of: ")"),
      open < close
    {
      name = sender[sender.index(after: open)..<close]
    }
    name = name.drop { $0 == "\"" || $0 == " " }
    while let last = name.last, last == "\"" || last == " " { name = name.dropLast(1) }
    if name.isEmpty { name = sender.drop { $0 == "<" } }
    return HeaderValue.folded(String(name.prefix { $0 != "@" }))
  }
}
