import FicModel
import FicParsing

/// A chapter's story as tokens, and the names in it.
struct TokenizedChapter: Sendable {
  /// The words of the story, in order.
  var tokens: [Token] = []
  /// The paragraphs of the story, in order.
  var paragraphs: [TokenizedParagraph] = []
  /// The tokens of the labels of scripts and chats, in order.
  private(set) var labels: [Range<Int>] = []
  /// The places where somebody is named, in order.
  var names: [NameMention] = []

  /// Creates a chapter without a word.
  init() {}

  /// Cuts the paragraphs of a chapter into tokens.
  init(text: [UInt8], paragraphs: [Paragraph], vocabulary: inout Vocabulary) {
    var tokenizer = Tokenizer(text: text)
    tokens.reserveCapacity(text.count / 5)
    self.paragraphs.reserveCapacity(paragraphs.count)
    for paragraph in paragraphs {
      let first = tokens.count
      var spoken = paragraph
      if spoken.quotations.contains(where: { $0.kind == .notSpeech }) {
        spoken.quotations.removeAll { $0.kind == .notSpeech }
      }
      tokenizer.tokenize(spoken, into: &tokens, &vocabulary)
      self.paragraphs.append(
        TokenizedParagraph(
          paragraph: paragraph,
          tokens: first..<tokens.count,
          quotations: Self.ranges(of: paragraph.quotations, in: tokens, from: first)
        )
      )
    }
    labels = Self.labels(of: paragraphs, in: tokens)
  }

  private static func labels(of paragraphs: [Paragraph], in tokens: [Token]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var last: TextSpan?
    var token = 0
    for label in paragraphs.lazy.flatMap(\.quotations).compactMap(\.label) where label != last {
      last = label
      while token < tokens.count, Int(tokens[token].start) < label.start { token += 1 }
      let start = token
      while token < tokens.count, Int(tokens[token].end) <= label.end { token += 1 }
      if token > start { result.append(start..<token) }
    }
    return result
  }

  private static func ranges(
    of quotations: [ScannedQuotation],
    in tokens: [Token],
    from first: Int
  ) -> [Range<Int>] {
    var token = first
    return quotations.map { scanned in
      let span = scanned.quotation.span
      while token < tokens.count, Int(tokens[token].start) < span.start { token += 1 }
      let start = token
      while token < tokens.count, Int(tokens[token].start) < span.end { token += 1 }
      return start..<token
    }
  }
}
