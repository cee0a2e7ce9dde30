/// A piece of a query as the lexer cuts it.
struct QueryToken: Hashable, Sendable {
  /// What it is.
  enum Kind: Hashable, Sendable {
    /// A word or a quoted phrase; `slop` is the distance after a tilde.
    case phrase(QueryPhrase, slop: Int?)
    /// A regular expression between slashes.
    case expression(QueryExpression)
    /// A field's name with its colon; a value follows.
    case field(QueryField)
    /// `(`
    case open
    /// `)`
    case close
    /// `-` before something, or NOT.
    case not
    /// AND
    case and
    /// OR
    case or
    /// NEAR with its opening parenthesis.
    case near
  }

  /// What it is.
  var kind: Kind

  /// Where it stands: Unicode scalars of the query.
  var span: Range<Int>
}
