/// The marks and what they hold.
public struct Quotation: Hashable, Sendable {
  /// With its marks, in the stored chapter text.
  public var span: TextSpan

  /// Without its marks.
  public var content: TextSpan

  /// Whether the next paragraph goes on with it, so that no closing mark stands here.
  public var continues: Bool

  /// Whether a mark is missing that should be there.
  public var isUnbalanced: Bool

  /// Quotations inside it, with their marks.
  ///
  /// They are no records of their own.
  public var nested: [TextSpan]

  /// Creates a quotation.
  public init(
    span: TextSpan,
    content: TextSpan,
    continues: Bool = false,
    isUnbalanced: Bool = false,
    nested: [TextSpan] = []
  ) {
    self.span = span
    self.content = content
    self.continues = continues
    self.isUnbalanced = isUnbalanced
    self.nested = nested
  }
}
