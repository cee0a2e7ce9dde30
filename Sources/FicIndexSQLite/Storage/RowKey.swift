import FicIndex
import FicModel

/// Packs keys into rowids, so that ascending rowids are reading order and a work is a range.
///
/// A chapter's id is the work's ordinal (28 bits) and the chapter's number (17 bits).
enum RowKey {
  /// The chapter numbers that fit.
  static let chapterNumbers = 1...(1 << chapterBits) - 1

  /// The greatest ordinal of a work.
  static let maximumOrdinal = (1 << 28) - 1

  /// The number of cast members of a work that have figures.
  static let maximumMembers = 1 << memberBits

  static let chapterBits = 17
  private static let memberBits = 20
  private static let pieceBits = 15

  /// The id of a chapter.
  static func chapter(ordinal: Int, number: Int) -> Int { ordinal << chapterBits | number }

  /// The ordinal of the work of a chapter.
  static func ordinal(ofChapter chapter: Int) -> Int { chapter >> chapterBits }

  /// The number of a chapter in its work.
  static func number(ofChapter chapter: Int) -> Int { chapter & (1 << chapterBits - 1) }

  /// The ids that the chapters of a work may have.
  static func chapters(ofOrdinal ordinal: Int) -> ClosedRange<Int> {
    chapter(ordinal: ordinal, number: 0)...chapter(ordinal: ordinal + 1, number: 0) - 1
  }

  /// The rows that the pieces of a chapter's text may have, in order.
  static func textPieces(ofChapter chapter: Int) -> ClosedRange<Int> {
    chapter << pieceBits...(chapter + 1) << pieceBits - 1
  }

  /// The id of a cast member.
  static func member(ordinal: Int, _ member: CastID) -> Int {
    ordinal << memberBits | member.rawValue
  }

  /// The ids that the members of a work may have.
  static func members(ofOrdinal ordinal: Int) -> ClosedRange<Int> {
    ordinal << memberBits...(ordinal + 1) << memberBits - 1
  }

  /// The ordinal of the work of a cast member.
  static func ordinal(ofMember member: Int) -> Int { member >> memberBits }

  /// The place of a member in the cast of its work.
  static func castID(ofMember member: Int) -> CastID {
    CastID(rawValue: member & (1 << memberBits - 1))
  }
}
