/// A text that punishes a reader which looks ahead or back without a bound.
struct HostileText: Sendable {
  /// What it is made of.
  enum Content: Sendable {
    /// The same words again and again.
    case repeated(String)
    /// A line of each number, from 0.
    case numbered(@Sendable (Int) -> String)
  }

  /// What it is called.
  let name: String

  private let content: Content

  /// The text up to `count` bytes and the end of what is repeated.
  func bytes(count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 64)
    var number = 0
    while bytes.count < count {
      switch content {
      case .repeated(let words): bytes += words.utf8
      case .numbered(let line): bytes += line(number).utf8
      }
      number += 1
    }
    return bytes
  }

  /// Every text that is measured.
  static let all: [HostileText] =
    [
      ("straight marks", "\""), ("opening marks", "“"), ("opening singles", "‘"),
      ("straight singles", "'"), ("nested marks", "“‘"), ("guillemets", "«"), ("blank lines", "\n"),
      ("one line", "word "), ("one word", "a"), ("notes", "A/N "), ("open notes", "(A/N: "),
      ("note lines", "A/N: hi\n\n"), ("headings", "Chapter 1\n\n"), ("numbers", "1.\n\n"),
      ("dashes", "—"), ("dash turns", "— no "), ("list lines", "- a\n"), ("brackets", "["),
      ("said", "said Smith "), ("tagged in a line", "\"Go,\" said Smith. "),
      ("vocatives in a line", "\"Smith,\" \"Crane,\" "),
      ("tagged lines", "\"Go,\" said Smith.\n\n"),
      ("open turns", "\"Go on\n\n"), ("mind link", "::no:: "), ("thoughts", "*no*, I thought. "),
      ("labels", "SMITH: no\n\n"), ("chat", "[10:14] ron: lol\n"), ("places", "London, 1891\n\n"),
      ("break letters", "hp & ha\n\n"), ("ornaments", "***\n\n"), ("replies", "wren: thanks\n\n"),
      ("end lines", "The End\n\n"), ("no-break spaces", "\u{A0}"), ("descriptions", "the old man "),
    ].map { HostileText(name: $0, content: .repeated($1)) } + [
      HostileText(name: "distinct names", content: .numbered { "\(CoinedName.of($0)) came. " }),
      HostileText(
        name: "distinct speakers",
        content: .numbered { "\"Go,\" said \(CoinedName.of($0)).\n\n" }
      ),
      HostileText(
        name: "distinct headings",
        content: .numbered { "Chapter \($0): \(CoinedName.of($0))\n\n" }
      ),
      HostileText(name: "distinct labels", content: .numbered { "\(CoinedName.of($0)): go\n\n" }),
    ]
}
