/// A stretch of a chapter of one kind.
public struct Zone: Hashable, Sendable {
  /// What it is.
  public var kind: ZoneKind

  /// Where it is in the stored chapter text.
  public var span: TextSpan

  /// Whether it stands inside a scene, as a note that interrupts one does.
  public var isInline: Bool

  /// Creates a zone.
  public init(kind: ZoneKind, span: TextSpan, isInline: Bool = false) {
    self.kind = kind
    self.span = span
    self.isInline = isInline
  }
}
