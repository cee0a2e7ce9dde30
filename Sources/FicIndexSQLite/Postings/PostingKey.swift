import FicIndex

/// What lines are found by beside their words: who has to do with them.
///
/// No text holds such a term.
enum PostingKey {
  /// What begins it: as pairs of words, but with a letter behind.
  private static let mark: UInt8 = 0x1C

  private static let digits = Array("0123456789abcdefghijklmnopqrstuv".utf8)

  /// What a member is to a line.
  enum Role: UInt8, CaseIterable {
    /// Is spoken to.
    case addressee = 0x61
    /// Is named.
    case named = 0x6E
    /// Speaks.
    case speaker = 0x73
  }

  /// The term of a member, whose row is `member`, in a role.
  static func term(_ member: Int, _ role: Role) -> [UInt8] {
    var term = [mark, role.rawValue]
    var rest = UInt64(member)
    while rest > 0 {
      term.append(digits[Int(rest & 31)])
      rest >>= 5
    }
    return term
  }

  /// Whether a term is a word or a pair of words.
  static func isText(_ term: [UInt8]) -> Bool { term.first != mark }

  /// Whether a term is one word: no pair, no person, no barrier.
  static func isWord(_ term: [UInt8]) -> Bool { term.first.map { $0 > Analyzer.barrier } ?? false }
}
