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
  /// What stands behind the stop of a number such as 1.5; nil for a whole one.
  private var fraction: Substring? {
    guard let printed = title.printedNumber, let stop = printed.firstIndex(of: "."),
      printed.index(after: stop) < printed.endIndex
    else { return nil }
    return printed[printed.index(after: stop)...]
  }

  /// Whether it is the other heading typed once more.
  ///
  /// The number is the same, and where both have a title, that is too: "Chapter 4 - Ana" and
  /// "Chapter 4 - Bo" are two.
  func repeats(_ other: HeadingLine) -> Bool {
    guard kind == other.kind, let number, number == other.number, fraction == other.fraction else {
      return false
    }
    guard let own = title.title, let known = other.title.title else { return true }
    let (first, second) = (PhraseTable.fold(own), PhraseTable.fold(known))
    return first.hasPrefix(second) || second.hasPrefix(first)
  }

  /// Whether it counts scenes rather than chapters: a number or a part between two ornaments, as in
  /// `--- 3 ---` or `~*~ Part 2 ~*~`.
  var isCounterLike: Bool {
    isOrnamented && title.title == nil && (kind == .number || kind == .part)
  }
}
