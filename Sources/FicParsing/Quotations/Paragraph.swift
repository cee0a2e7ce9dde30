package import FicModel

/// A paragraph of story with the quotations in it: what attribution works on.
package struct Paragraph: Hashable, Sendable {
  /// Where it is in the stored chapter text, without the line break that ends it.
  package var span: TextSpan

  /// The index of its scene in the chapter.
  package var scene: Int

  /// The index of its first block in the chapter's draft.
  package var block: Int

  /// Ascending and disjoint.
  package var quotations: [ScannedQuotation]

  /// Creates a paragraph.
  package init(span: TextSpan, scene: Int, block: Int = 0, quotations: [ScannedQuotation] = []) {
    self.span = span
    self.scene = scene
    self.block = block
    self.quotations = quotations
  }
}
