import FicIndex
import FicModel

/// Puts the text of a source into the place of the text that the index has of a work, and notes
/// what that changes.
struct WorkExchange {
  /// What an exchange did to chapters.
  struct Outcome: Hashable {
    var added = 0
    var changed = 0
    var removed = 0
  }

  /// What became of the file of a chapter that the text does not hold.
  enum FileState {
    /// It is there and has changed: the chapter is gone from it.
    case changed
    /// It is there as it was, only another text of the work is shown.
    case unchanged
    /// It is gone.
    case gone
  }

  let writer: any IndexWriter

  /// The work as it is called now.
  let work: WorkLabel

  /// When the run began, in seconds since 1970.
  let time: Int

  /// What became of a file.
  let fileState: (String) -> FileState

  /// Whether chapters whose file has gone are kept.
  let keepsRemoved: Bool

  /// Whether the work came in this run, so that its chapters are no news.
  let isNew: Bool

  /// Exchanges the chapters; each is written in a transaction of its own, those that go from the
  /// text but stay in the index first, so that a run that is killed loses none of them.
  ///
  /// - Parameters:
  ///   - records: The chapters of the text with their sketches, in order.
  ///   - step: Called before each chapter and told what was done so far; may throw to stop.
  /// - Returns: What was done.
  /// - Throws: What the writer and `step` throw.
  func write(_ records: [ChapterRecords], step: (Outcome) throws -> Void) throws -> Outcome {
    guard let id = records.first?.key.work else { return Outcome() }
    let cards = try writer.chapterCards(of: id)
    let alignment = ChapterAlignment(
      stored: cards,
      text: records.map(\.knownTerms.sketch),
      addresses: records.map(\.chapter.address)
    )
    var outcome = Outcome(removed: alignment.leftOver)
    for card in alignment.vanished { try remove(card, of: id) }
    let returned = alignment.returned.map(\.number)
    if !returned.isEmpty { try writer.removeChapters(of: id, numbers: returned) }
    let before = Dictionary(
      cards.map { ($0.number, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let changed = zip(records, alignment.fates).filter { chapter, fate in
      guard let card = before[chapter.key.chapter], card.fingerprint == chapter.fingerprint,
        card.removal == nil, card.sketch != nil, case .same(chapter.key.chapter) = fate
      else { return true }
      return false
    }
    try writer.prepare(changed.map(\.0))
    for (chapter, fate) in changed {
      try step(outcome)
      try note(fate, chapter)
      try writer.replace(chapter)
      if fate == .new { outcome.added += 1 } else { outcome.changed += 1 }
    }
    let left = cards.map(\.number).filter {
      $0 > records.count && $0 < ChapterRemoval.firstNumber
    }
    if !left.isEmpty { try writer.removeChapters(of: id, numbers: left) }
    return outcome
  }

  private func remove(_ card: ChapterCard, of id: WorkID) throws {
    let reason: ChapterLabel.Removal
    switch fileState(card.path) {
    case .unchanged: return
    case .changed: reason = .chapter
    case .gone where keepsRemoved: reason = .file
    case .gone: return try note(.went, ChapterLabel(number: card.number))
    }
    let removal =
      card.removal ?? ChapterRemoval(number: card.number, time: time, reason: reason)
    if card.removal == nil {
      try note(.removed, ChapterLabel(number: card.number, removal: removal.reason))
    }
    try writer.keepRemoved(ChapterKey(work: id, chapter: card.number), as: removal)
  }

  private func note(_ fate: ChapterAlignment.Fate, _ chapter: ChapterRecords) throws {
    switch fate {
    case .same: return
    case .new: try note(.came, ChapterLabel(chapter))
    case .changed: try note(.changed, ChapterLabel(chapter))
    }
  }

  private func note(_ kind: ArchiveChange.Kind, _ chapter: ChapterLabel) throws {
    guard !isNew else { return }
    try writer.noteChange(ArchiveChange(time: time, kind: kind, work: work, chapter: chapter))
  }
}
