package import FicModel

/// What tells a stored chapter from another, without its text.
package struct ChapterCard: Hashable, Sendable {
  /// The number under which it is stored.
  package var number: Int

  /// Changes whenever anything that is stored changes.
  package var fingerprint: Fingerprint

  /// What it says; nil where an older version stored the chapter.
  package var sketch: TextSketch?

  /// The path of the file that it came from.
  package var path: String

  /// Where its source says that it is published; nil where that is not known.
  package var address: String?

  /// Since when it is gone and yet kept; nil for a chapter of the archive as it is.
  package var removal: ChapterRemoval?

  /// Creates a card.
  package init(
    number: Int,
    fingerprint: Fingerprint,
    sketch: TextSketch?,
    path: String,
    address: String? = nil,
    removal: ChapterRemoval? = nil
  ) {
    self.number = number
    self.fingerprint = fingerprint
    self.sketch = sketch
    self.path = path
    self.address = address
    self.removal = removal
  }
}
