/// Names a chapter: its work and its place in it, from 1, as read from the start of the work.
public struct ChapterKey: Hashable, Sendable {
  /// The work.
  public var work: WorkID

  /// The chapter's place in the work, from 1.
  public var chapter: Int

  /// Creates a key.
  public init(work: WorkID, chapter: Int) {
    self.work = work
    self.chapter = chapter
  }
}

extension ChapterKey: Comparable {
  /// Orders by work, then in reading order.
  public static func < (left: ChapterKey, right: ChapterKey) -> Bool {
    (left.work, left.chapter) < (right.work, right.chapter)
  }
}
