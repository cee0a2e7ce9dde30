/// A place where the text names a cast member.
public struct Mention: Hashable, Sendable {
  /// The words, in the stored chapter text.
  public var span: TextSpan

  /// Who is meant.
  public var member: CastID

  /// Creates a mention.
  public init(span: TextSpan, member: CastID) {
    self.span = span
    self.member = member
  }
}
