import FicIndex
import FicModel
import FicParsing
import Glibc

extension IngestRun {
  /// So often are texts chosen anew in a run, when one that should be chosen cannot be read.
  private static let mostChoices = 8

  /// The present, in seconds since 1970.
  static var now: Int { max(0, Glibc.time(nil)) }

  // MARK: Choosing

  /// Finds the work of a source that was read, and gives it the source's text if that is its best.
  ///
  /// Returns the work; nil where there is none.
  mutating func settle(_ reading: WorkReading) throws -> WorkID? {
    let plan = reading.plan
    guard let parsed = reading.parsed else {
      if reading.isUnreadable, var source = catalog.source(at: plan.identity) {
        source.isReadable = false
        try put(source)
      }
      return plan.stored
    }
    let names = reading.names
    let matcher = WorkMatcher(catalog: catalog, writer: writer)
    let sketch = TextSketch(of: reading.sketches)
    let match = try matcher.work(at: plan.identity, names, sketch)
    let identity =
      match.flatMap(catalog.identity) ?? catalog.newIdentity(names, reading.opening)
    var source = SourceRecord(
      place: plan.identity,
      path: plan.path,
      work: match ?? WorkID(identity: identity),
      address: names.address?.text,
      name: names.name,
      quality: reading.quality
    )
    let rivals = catalog.sources(of: source.work).filter {
      match != nil && $0.isReadable && $0.place != source.place && !catalog.gone.contains($0.place)
    }
    source.isChosen = rivals.allSatisfy { source.isBetter(than: $0) }
    if source.isChosen {
      try keepFacts(ofOthersThan: source, isKnown: match != nil)
      source.work = try write(parsed, of: reading, source, identity, isNew: match == nil)
    }
    if let before = catalog.source(at: source.place)?.work, before != source.work, match != nil {
      mergedWorks.insert(before)
    }
    if !source.isChosen { source.fields = reading.metadata.own }
    try put(source)
    if !source.isChosen { try completeFacts(of: source.work) }
    return source.work
  }

  /// Gives the source that was chosen until now what it says of the work, before another's facts
  /// take their place.
  private mutating func keepFacts(ofOthersThan source: SourceRecord, isKnown: Bool) throws {
    guard isKnown,
      var other = catalog.sources(of: source.work).first(where: \.isChosen),
      other.place != source.place
    else { return }
    other.fields = try writer.storedMetadata(of: source.work).own
    other.isChosen = false
    try put(other)
  }

  /// The sources of a work whose facts may complete those of the chosen one.
  private func others(than place: String?, of work: WorkID) -> [SourceRecord] {
    catalog.sources(of: work).filter { $0.place != place && !catalog.gone.contains($0.place) }
  }

  /// Stores the facts of a work anew after those of a source have changed that is not chosen.
  private func completeFacts(of work: WorkID) throws {
    guard let identity = catalog.identity(of: work),
      let chosen = catalog.sources(of: work).first(where: \.isChosen)
    else { return }
    let stored = try writer.storedMetadata(of: work)
    let metadata = stored.completed(by: others(than: chosen.place, of: work))
    guard metadata != stored else { return }
    _ = try writer.putWork(
      WorkRecord(
        id: work,
        identity: identity,
        path: chosen.path,
        metadata: metadata,
        cast: try writer.storedCast(of: work)
      )
    )
  }

  private mutating func put(_ source: SourceRecord) throws {
    let before = catalog.source(at: source.place)
    if let before, before.work != source.work || before.isChosen != source.isChosen {
      leftWorks.insert(before.work)
    }
    if !source.isChosen { leftWorks.insert(source.work) }
    catalog.put(source)
    try writer.putSource(source)
  }

  private mutating func write(
    _ parsed: ParsedWork,
    of reading: WorkReading,
    _ source: SourceRecord,
    _ identity: String,
    isNew: Bool
  ) throws -> WorkID {
    let stored = isNew ? [] : try writer.storedCast(of: source.work)
    let alignment = CastAlignment(parsed: parsed.cast, stored: stored)
    let others = isNew ? [] : others(than: source.place, of: source.work)
    let metadata = reading.metadata.completed(by: others)
    let id = try writer.putWork(
      WorkRecord(
        id: source.work,
        identity: identity,
        path: reading.plan.path,
        metadata: metadata,
        cast: alignment.cast
      )
    )
    catalog.note(id, identity: identity)
    if catalog.source(at: source.place)?.work != id {
      // Before any chapter, so that a run that is killed leaves no work without a source.
      if let before = catalog.source(at: source.place), !isNew { mergedWorks.insert(before.work) }
      var source = source
      source.work = id
      source.isChosen = false
      try put(source)
    }
    let label = WorkLabel(id, path: reading.plan.path, metadata: metadata)
    if isNew, newWorks.insert(id).inserted {
      try writer.noteChange(
        ArchiveChange(time: time, kind: .came, work: label, chapters: parsed.chapters.count)
      )
    }
    let builder = ChapterRecordsBuilder()
    let records = parsed.chapters.enumerated().map { index, chapter in
      let part = reading.plan.parts[reading.parts[chapter.document]]
      return builder.records(
        of: alignment.aligned(chapter),
        key: ChapterKey(work: id, chapter: index + 1),
        path: part.file.path,
        cast: alignment.cast,
        terms: reading.terms[index]
      )
    }
    try exchange(records, label, own: Set(reading.plan.parts.map(\.file.path)))
    try writer.noteText(of: id)
    return id
  }

  private mutating func exchange(
    _ records: [ChapterRecords],
    _ label: WorkLabel,
    own: Set<String>
  ) throws {
    let (changed, listings) = (changedPaths, listings)
    let exchange = WorkExchange(
      writer: writer,
      work: label,
      time: time,
      fileState: { path in
        if own.contains(path) || changed.contains(path) { return .changed }
        return listings.mayHave(path) ? .unchanged : .gone
      },
      keepsRemoved: options.keepsRemoved,
      isNew: WorkID(label.id).map(newWorks.contains) ?? false
    )
    let before = meter.progress.chaptersDone
    let outcome = try exchange.write(records) { outcome in
      try checkStopped()
      meter.progress.chaptersDone = before + outcome.added + outcome.changed
      reportProgress()
    }
    meter.progress.chaptersDone = before + outcome.added + outcome.changed
    meter.summary.added += outcome.added
    meter.summary.changed += outcome.changed
    meter.summary.removed += outcome.removed
  }

  /// Reads sources that are a work's best now, because another has gone or has become worse.
  mutating func chooseAgain(_ plan: inout IngestPlan, _ aliases: AliasBook) async throws {
    var taken: Set<String> = []
    var seen: Set<String> = []
    for _ in 0..<Self.mostChoices {
      leaveWorks(of: plan.gonePlaces)
      let unseen = bestUnchosenSources.filter { source in
        plan.others[source.place] == nil && seen.insert(source.place).inserted
      }
      try look(at: unseen.map(\.path), &plan)
      leaveWorks(of: plan.gonePlaces)
      let wanted = bestUnchosenSources.compactMap { source in
        taken.insert(source.place).inserted ? plan.others[source.place] : nil
      }
      guard !wanted.isEmpty else { return }
      var again = wanted.map { plan in
        var plan = plan
        plan.isToReread = true
        plan.stored = catalog.source(at: plan.identity)?.work
        return plan
      }
      meter.progress.filesDone -= again.reduce(0) { $0 + $1.parts.count }
      try await readAndWrite(&again, aliases)
    }
  }

  private mutating func leaveWorks(of places: Set<String>) {
    for place in places {
      if let source = catalog.source(at: place) { leftWorks.insert(source.work) }
    }
  }

  /// The best source of each work that lost one, unless it is chosen already.
  private var bestUnchosenSources: [SourceRecord] {
    leftWorks.sorted().compactMap { catalog.best(of: $0) }.filter { !$0.isChosen }
  }

  // MARK: Removing

  /// Removes sources that the archive does not have any more, and works that have no other; or
  /// marks them, where the settings keep them.
  mutating func remove(_ plan: IngestPlan) throws {
    var kept: Set<WorkID> = []
    for place in plan.gonePlaces.sorted() {
      guard let source = catalog.source(at: place) else { continue }
      let hasOther = catalog.best(of: source.work) != nil
      if options.keepsRemoved, !hasOther {
        kept.insert(source.work)
      } else {
        catalog.remove(place)
        leftWorks.insert(source.work)
        try writer.removeSources([place])
        try completeFacts(of: source.work)
      }
    }
    for work in kept.sorted() { try mark(work) }
    for work in leftWorks.sorted() where catalog.sources(of: work).isEmpty { try remove(work) }
    for file in plan.removedFiles {
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
    guard catalog.identity(of: work) != nil else { return }
    if !mergedWorks.contains(work) {
      let chapters = try writer.chapterFingerprints(of: work).count
      meter.summary.removed += chapters
      try note(.went, work, chapters: chapters)
    }
    try writer.removeWork(work)
    catalog.remove(work)
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
      var files = IndexedFileCursor(writer)
      try writer.forgetFiles(files.rest { $0.work == reference.work }.map(\.path))
      try writer.removeWork(reference.work)
    }
  }
}
