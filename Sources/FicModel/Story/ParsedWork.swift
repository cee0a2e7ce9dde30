/// A work as the parser read it: its chapters in reading order, with one cast.
public struct ParsedWork: Hashable, Sendable {
  /// In reading order.
  public var chapters: [Chapter]

  /// Everybody who speaks or is named; a `CastID` is an index into it.
  public var cast: [CastMember]

  /// Creates a work.
  public init(chapters: [Chapter], cast: [CastMember]) {
    self.chapters = chapters
    self.cast = cast
  }
}
