import FicModel
import FicParsing

/// A paragraph of story as tokens.
struct TokenizedParagraph: Sendable {
  /// The paragraph as the scanner left it.
  var paragraph: Paragraph
  /// Its tokens, in the chapter's list.
  var tokens: Range<Int>
  /// The tokens of each quotation of the paragraph.
  var quotations: [Range<Int>]
}
