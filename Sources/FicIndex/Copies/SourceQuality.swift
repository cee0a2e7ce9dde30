package import FicModel

/// How good a text of a work is, to choose among several: more chapters, then the later update,
/// then one that says which work it is, then the form that keeps more of the structure, then more
/// words.
package struct SourceQuality: Hashable, Sendable {
  /// The chapters, no more than the source itself says that there are.
  package var chapters: Int

  /// The date of the last update in the form of ISO 8601; empty where it is not known.
  package var updated: String

  /// Whether the text says which work it is: by an address, or by title and authors.
  package var isNamed: Bool

  /// How much of the structure the form keeps, 0…3.
  package var form: Int

  /// The words of story.
  package var words: Int

  /// Creates a quality.
  package init(chapters: Int, updated: String, isNamed: Bool, form: Int, words: Int) {
    self.chapters = chapters
    self.updated = updated
    self.isNamed = isNamed
    self.form = form
    self.words = words
  }

  /// The quality of a text by what was read in it.
  ///
  /// - Parameters:
  ///   - chapters: The chapters that were read.
  ///   - words: The words of story.
  ///   - metadata: What the source says of the work.
  ///   - isNamed: Whether it says which work it is.
  ///   - form: How much of the structure its form keeps.
  package init(
    chapters: Int,
    words: Int,
    metadata: WorkMetadata,
    isNamed: Bool,
    form: Int
  ) {
    let stated = metadata["chapters"].flatMap(Self.number) ?? chapters
    self.init(
      chapters: min(chapters, max(1, stated)),
      updated: metadata["updated"].flatMap { CalendarDate(reading: $0)?.description } ?? "",
      isNamed: isNamed,
      form: form,
      words: words
    )
  }

  /// The first number of `3`, `1,204` and `3/12`.
  private static func number(_ text: String) -> Int? {
    Int(text.prefix { $0.isNumber || $0 == "," }.filter { $0 != "," })
  }
}

extension SourceQuality: Comparable {
  /// Orders the worse before the better.
  package static func < (left: SourceQuality, right: SourceQuality) -> Bool {
    (left.chapters, left.updated, left.isNamed ? 1 : 0, left.form, left.words)
      < (right.chapters, right.updated, right.isNamed ? 1 : 0, right.form, right.words)
  }
}
