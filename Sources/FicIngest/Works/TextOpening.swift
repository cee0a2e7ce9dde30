import FicIndex
import FicModel
import FicParsing

/// How the text of a work begins: what tells it from others where it does not say its name.
///
/// Only the beginning counts, so that a serial that grows and a text whose later pages are
/// corrected stay what they are.
struct TextOpening: Hashable, Sendable {
  /// So many words count.
  private static let words = 200

  /// No more bytes of a document are looked at.
  private static let bytes = 16_384

  /// Stands for the folded words.
  private(set) var text: String

  /// Creates the opening of a work without words.
  init() {
    self.init([])
  }

  /// Reads the first words of some documents.
  init(_ documents: [Document]) {
    var terms: [Term] = []
    for document in documents where terms.count < Self.words {
      // A frame is the same around many texts.
      let start = document.blocks.first { !$0.isBlank && $0.markedZone != .boilerplate }?.span.start
      let from = start ?? 0
      let end = min(document.text.count, from + Self.bytes)
      let tokens = Analyzer().tokens(of: document.text.span.extracting(from..<end))
      terms += tokens.prefix(Self.words - terms.count).map(\.term)
    }
    let words = Fingerprint(terms.reduce(into: []) { $0 += $1.bytes + [0x20] })
    text = "text:\(String(words.low, radix: 36))-\(String(words.high, radix: 36))"
  }
}
