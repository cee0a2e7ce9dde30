import FicIndex
import FicModel

extension IngestRun {
  /// Removes sources that the archive does not have any more, and works that have no other; or
  /// marks them, where the settings keep them.
  mutating func removeGone() throws {
    var kept: Set<WorkID> = []
    for place in plan.gonePlaces.sorted() {
      guard let source = try writer.source(at: place) else { continue }
      let hasOther = try best(of: source.work) != nil
      if options.keepsRemoved, !hasOther {
        kept.insert(source.work)
      } else {
        leftWorks.insert(source.work)
        try writer.removeSources([place])
        try completeFacts(of: source.work)
      }
    }
    for work in kept.sorted() { try mark(work) }
    for work in leftWorks.sorted() where try writer.sources(of: work).isEmpty {
      try remove(work)
    }
    for (_, file) in plan.removedFiles.sorted(by: { $0.key < $1.key }) {
      if let work = file.work, kept.contains(work) {
        guard file.problem?.code != FileProblem.removedCode else { continue }
        var file = file
        file.problem = .removed(file.path)
        try writer.recordFile(file)
      } else {
        try writer.forgetFiles([file.path])
      }
    }
  }

  private mutating func remove(_ work: WorkID) throws {
    try checkStopped()
    guard try writer.identity(of: work) != nil else { return }
    if !mergedWorks.contains(work) {
      let chapters = try writer.chapterFingerprints(of: work).count
      meter.summary.removed += chapters
      try note(.went, work, chapters: chapters)
    }
    try writer.removeWork(work)
  }

  /// Marks a work whose files are gone.
  private func mark(_ work: WorkID) throws {
    let cards = try writer.chapterCards(of: work).filter { $0.removal == nil }
    guard !cards.isEmpty else { return }
    try note(.removed, work, chapters: cards.count)
    for card in cards {
      try writer.markRemoved(
        ChapterKey(work: work, chapter: card.number),
        as: ChapterRemoval(number: card.number, time: time, reason: .file)
      )
    }
  }

  private func note(_ kind: ArchiveChange.Kind, _ work: WorkID, chapters: Int) throws {
    guard let label = try writer.workLabel(of: work) else { return }
    try writer.noteChange(
      ArchiveChange(time: time, kind: kind, work: label, chapters: chapters)
    )
  }

  // MARK: Forgetting

  /// Removes what is gone from the archive and was kept, as far as the options ask for it.
  mutating func forget() throws {
    for text in options.forgets {
      guard let reference = PassageReference(text),
        let work = try writer.workLabel(of: reference.work)
      else {
        report(.fileProblem(.notKept(text)))
        continue
      }
      let cards = try writer.chapterCards(of: reference.work)
      let kept = cards.filter { card in
        guard let removal = card.removal else { return false }
        guard let number = reference.chapter else { return true }
        // A chapter answers to the number that it had while no other has it.
        return number == card.number
          || number == removal.number && !cards.contains { $0.number == number }
      }
      if kept.isEmpty { report(.fileProblem(.notKept(text))) }
      for card in kept {
        let label = ChapterLabel(
          number: card.removal?.number ?? card.number,
          removal: card.removal?.reason
        )
        try writer.noteChange(
          ArchiveChange(time: time, kind: .went, work: work, chapter: label)
        )
        try writer.removeChapters(of: reference.work, numbers: [card.number])
        meter.summary.removed += 1
      }
      guard !kept.isEmpty, kept.count == cards.count else { continue }
      let places = try writer.sources(of: reference.work).map(\.place)
      try writer.forgetFiles(try places.flatMap(writer.indexedFiles).map(\.path))
      try writer.removeWork(reference.work)
    }
  }
}
