import FicModel

/// Finds what stands before and behind a passage: the scene or chapter beside it.
struct PassageNeighbours {
  let cache: ChapterCache
  let entry: ChapterCache.Entry

  /// The line that is read; nil where the whole chapter is.
  let target: Int?

  /// The REFs of what comes before and next; nil at either end of the work.
  ///
  /// - Throws: `IndexError`.
  func references() throws -> (previous: String?, next: String?) {
    let key = entry.records.key
    let before = try chapter(key.chapter - 1)
    let after = try chapter(key.chapter + 1)
    guard let target else {
      return (
        before.map { Self.reference($0, nil) }, after.map { Self.reference($0, nil) }
      )
    }
    let scenes = entry.records.chapter.scenes
    let place = entry.lines.lines[target].span.start
    let own = scenes.partitionPoint { $0.span.end > place }
    let isInScene = own < scenes.count && scenes[own].span.start <= place
    let next = isInScene ? own + 1 : own
    return (
      own > 0
        ? Self.reference(entry, scenes[own - 1])
        : before.map { Self.reference($0, $0.records.chapter.scenes.last) },
      next < scenes.count
        ? Self.reference(entry, scenes[next])
        : after.map { Self.reference($0, $0.records.chapter.scenes.first) }
    )
  }

  /// A chapter of the same work; nil where there is none.
  private func chapter(_ number: Int) throws -> ChapterCache.Entry? {
    guard number > 0 else { return nil }
    return try cache.chapter(ChapterKey(work: entry.records.key.work, chapter: number))
  }

  /// The REF of a scene; of the chapter where there is none.
  private static func reference(_ entry: ChapterCache.Entry, _ scene: Scene?) -> String {
    let key = entry.records.key
    guard let scene else {
      return PassageReference(work: key.work, chapter: key.chapter).description
    }
    let line = entry.lines.index(at: scene.span.start)
    let start = line.map { entry.lines.lines[$0].span.start } ?? scene.span.start
    return entry.records.reference(to: max(start, scene.span.start)).description
  }
}
