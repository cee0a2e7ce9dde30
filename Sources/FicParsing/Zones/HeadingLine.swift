import FicModel

/// What a line says if it is a heading.
struct HeadingLine: Hashable, Sendable {
  /// The four ways to head a chapter.
  enum Kind: Hashable, Sendable {
    /// Book, volume, part: may hold chapters or be one.
    case part
    /// A chapter with its number.
    case chapter
    /// A chapter with a name of its own: a prologue, an interlude.
    case named
    /// A number alone or before a title, without a word that says what it counts.
    case number
  }

  /// Which way.
  var kind: Kind

  /// The number's value; nil where there is none.
  var number: Int?

  /// The number as printed, and the title.
  var title: ChapterTitle

  /// Whether ornaments stand on both sides, as a break line's counter has them.
  var isOrnamented: Bool
}

extension HeadingLine {
  /// Whether it counts scenes rather than chapters: a number or a part between two ornaments, as in
  /// `--- 3 ---` or `~*~ Part 2 ~*~`.
  var isCounterLike: Bool {
    isOrnamented && title.title == nil && (kind == .number || kind == .part)
  }
}
