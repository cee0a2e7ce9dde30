/// What a hit shows and the index counts as one document: a paragraph, or within it the turn of one
/// speaker.
///
/// Every word of a chapter is in exactly one line.
public struct Line: Hashable, Sendable {
  /// Its parts in the stored chapter text, ascending: one, unless a note or a page's number
  /// interrupts it; never empty.
  public var pieces: [TextSpan]

  /// What it is.
  public var zone: ZoneKind

  /// The stretch in which words are looked for together, counted in the chapter from 0: a scene, or
  /// a stretch of other matter.
  public var stretch: Int

  /// The chapter's utterances in it, as indexes; those that are no speech with them.
  public var utterances: Range<Int>

  /// Creates a line.
  public init(
    pieces: [TextSpan],
    zone: ZoneKind,
    stretch: Int = 0,
    utterances: Range<Int> = 0..<0
  ) {
    self.pieces = pieces
    self.zone = zone
    self.stretch = stretch
    self.utterances = utterances
  }

  /// From the first byte of its first part to the end of its last.
  public var span: TextSpan {
    TextSpan(pieces.first?.start ?? 0, pieces.last?.end ?? 0)
  }

  /// Whether the byte at `offset` is in one of its parts.
  public func contains(_ offset: Int) -> Bool { pieces.contains { $0.contains(offset) } }
}
