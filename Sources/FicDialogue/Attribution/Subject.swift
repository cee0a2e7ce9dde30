/// Who a tag or a beat says does it, before it is known who that is.
struct Subject: Hashable, Sendable {
  /// What kind of words name the subject.
  enum Kind: Hashable, Sendable {
    /// A name: an index into the members.
    case member(Int)
    /// "I".
    case narrator
    /// "he".
    case he
    /// "she".
    case she
    /// "they".
    case they
    /// "it".
    case it
    /// "we".
    case we
    /// "you".
    case you
    /// A description: an index into the members.
    case described(Int)
  }

  /// What it is.
  var kind: Kind

  private let words: TokenRange

  /// Creates a subject.
  init(kind: Kind, tokens: Range<Int>) {
    self.kind = kind
    words = TokenRange(tokens)
  }

  /// Its words.
  var tokens: Range<Int> { words.range }
}
