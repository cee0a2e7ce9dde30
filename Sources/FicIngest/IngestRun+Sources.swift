import FicIndex
import FicModel
import FicParsing
import Glibc

extension IngestRun {
  /// The present, in seconds since 1970.
  static var now: Int { max(0, Glibc.time(nil)) }

  // MARK: Choosing

  /// Finds the work of a source that was read, and gives it the source's text if that is its best.
  ///
  /// Returns the work; nil where there is none.
  mutating func settle(_ reading: WorkReading) throws -> WorkID? {
    let plan = reading.plan
    guard let parsed = reading.parsed else {
      if reading.isUnreadable, var source = try writer.source(at: plan.place) {
        source.isReadable = false
        try put(source)
      }
      return plan.stored
    }
    let names = reading.names
    let matcher = WorkMatcher(writer: writer)
    var source = SourceRecord(
      place: plan.place,
      path: plan.path,
      work: plan.stored ?? WorkID(identity: ""),
      address: names.address?.text,
      name: names.name,
      quality: reading.quality
    )
    let text = WorkMatcher.Text(
      names: names,
      sketch: TextSketch(of: reading.sketches),
      chapters: reading.sketches,
      source: source
    )
    let match = try matcher.work(of: text)
    let identity =
      try match.flatMap(writer.identity) ?? matcher.newIdentity(names, reading.opening)
    source.work = match ?? WorkID(identity: identity)
    if let match { try doubt(sourcesOf: match, beside: text) }
    let rivals = try match.map { try others(than: source.place, of: $0) } ?? []
    source.isChosen = rivals.allSatisfy { !$0.isReadable || source.isBetter(than: $0) }
    if source.isChosen {
      try keepFacts(ofOthersThan: source, isKnown: match != nil)
      source.work = try write(parsed, of: reading, source, identity, isNew: match == nil)
      try noteFit(reading)
    }
    if let before = try writer.source(at: source.place)?.work, before != source.work, match != nil {
      mergedWorks.insert(before)
    }
    if !source.isChosen { source.fields = reading.metadata.own }
    try put(source)
    if !source.isChosen { try completeFacts(of: source.work) }
    return source.work
  }

  /// Notes the other sources of a work whose shown text says less than before.
  ///
  /// They may say what it no longer says: each is read again and finds its work anew.
  private mutating func doubt(sourcesOf work: WorkID, beside text: WorkMatcher.Text) throws {
    let sources = try writer.sources(of: work)
    guard sources.count > 1,
      sources.contains(where: { $0.place == text.source.place && $0.isChosen }),
      try !WorkMatcher(writer: writer).isHeld(work, by: text)
    else { return }
    for other in sources where other.place != text.source.place && other.isReadable {
      doubtfulPlaces.insert(other.place)
    }
  }

  /// Gives the source that was chosen until now what it says of the work, before another's facts
  /// take their place.
  private mutating func keepFacts(ofOthersThan source: SourceRecord, isKnown: Bool) throws {
    guard isKnown,
      var other = try writer.sources(of: source.work).first(where: \.isChosen),
      other.place != source.place
    else { return }
    other.fields = try writer.storedMetadata(of: source.work).own
    other.isChosen = false
    try put(other)
  }

  /// The other sources of a work that the archive has: their facts may complete those of the chosen
  /// one.
  private func others(than place: String?, of work: WorkID) throws -> [SourceRecord] {
    try writer.sources(of: work).filter { $0.place != place && !plan.gonePlaces.contains($0.place) }
  }

  /// Stores the facts of a work anew after those of a source have changed that is not chosen.
  func completeFacts(of work: WorkID) throws {
    guard let identity = try writer.identity(of: work),
      let chosen = try writer.sources(of: work).first(where: \.isChosen)
    else { return }
    let stored = try writer.storedMetadata(of: work)
    let metadata = stored.completed(by: try others(than: chosen.place, of: work))
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
    let before = try writer.source(at: source.place)
    if let before, before.work != source.work || before.isChosen != source.isChosen {
      leftWorks.insert(before.work)
    }
    if !source.isChosen { leftWorks.insert(source.work) }
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
    let alignment = CastAlignment(parsed: parsed.bordered().cast, stored: stored)
    let others = isNew ? [] : try others(than: source.place, of: source.work)
    let metadata = reading.metadata.completed(by: others)
    let id = try writer.putWork(
      WorkRecord(
        id: source.work,
        identity: identity,
        path: reading.plan.path,
        metadata: metadata,
        cast: alignment.cast,
        added: time
      )
    )
    let before = try writer.source(at: source.place)?.work
    if before != id {
      // Before any chapter, so that a run that is killed leaves no work without a source.
      if let before, !isNew { mergedWorks.insert(before) }
      var source = source
      source.work = id
      source.isChosen = false
      try put(source)
    }
    let label = WorkLabel(id, path: reading.plan.path, metadata: metadata)
    let came =
      ArchiveChange(time: time, kind: .came, work: label, chapters: parsed.chapters.count)
    if isNew, newWorks.insert(id).inserted {
      try writer.noteChange(came)
    } else if newWorks.contains(id) {
      // A better source of a work that came just now is the one that is shown.
      try writer.correctChange(came)
    }
    let builder = ChapterRecordsBuilder()
    let records = parsed.chapters.enumerated().map { index, chapter in
      let part = reading.plan.parts[reading.parts[chapter.document]]
      var aligned = alignment.aligned(chapter)
      aligned.title.number = chapter.numberAbove
      return builder.records(
        of: aligned,
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
    let id = WorkID(label.id)
    let exchange = WorkExchange(
      writer: writer,
      work: label,
      time: time,
      fileState: { path in
        if own.contains(path) || changed.contains(path) { return .changed }
        return listings.mayHave(path) ? .unchanged : .gone
      },
      keepsRemoved: options.keepsRemoved,
      isNew: id.map(newWorks.contains) ?? false
    )
    let stored = exchange.isNew ? try id.map(writer.chapterFingerprints)?.count ?? 0 : 0
    let before = meter.progress.chaptersDone
    let outcome = try exchange.write(records) { outcome in
      try checkStopped()
      meter.progress.chaptersDone = before + outcome.added + outcome.changed
      reportProgress()
    }
    meter.progress.chaptersDone = before + outcome.added + outcome.changed
    if exchange.isNew {
      // Another text in the run in which the work came changes nothing that was there before.
      meter.summary.added += records.count - stored
      return
    }
    meter.summary.added += outcome.added
    meter.summary.changed += outcome.changed
    meter.summary.removed += outcome.removed
  }

  /// Reads sources that are a work's best now, because another has gone or has become worse, until
  /// every work shows its best; each is read once at the most.
  mutating func chooseAgain() async throws {
    var taken: Set<String> = []
    while true {
      for place in plan.gonePlaces {
        if let source = try writer.source(at: place) { leftWorks.insert(source.work) }
      }
      // The best source of each work that lost one, unless it is chosen already; and those that may
      // say what the shown text of their work does not.
      let best = try leftWorks.sorted().compactMap(self.best).filter { !$0.isChosen }
      let doubtful = try doubtfulPlaces.sorted().compactMap(writer.source)
      let wanted = (best + doubtful).filter {
        taken.insert($0.place).inserted
      }
      if wanted.isEmpty { return }
      try look(at: wanted.map(\.path), rereading: Set(wanted.map(\.place)))
      meter.progress.filesDone -= plan.works.reduce(0) { $0 + $1.parts.count }
      try await readAndWrite()
    }
  }

  /// The best source of a work that can be read; nil where there is none.
  func best(of work: WorkID) throws -> SourceRecord? {
    try others(than: nil, of: work).filter(\.isReadable).min { $0.isBetter(than: $1) }
  }
}

extension Chapter {
  /// The number that is printed above it; nil where none is.
  fileprivate var numberAbove: Int? { title.printedNumber.flatMap(HeadingReader.number) }
}

extension ParsedWork {
  /// The work with the chapters up to which names are known as `upto:` counts them: by the number
  /// above a chapter where that is greater than its place, because a file is missing before it.
  fileprivate func bordered() -> ParsedWork {
    let borders = chapters.enumerated().map { max($0 + 1, $1.numberAbove ?? 0) }
    var work = self
    for index in work.cast.indices {
      work.cast[index].firstChapters = work.cast[index].firstChapters.map { place in
        borders.indices.contains(place - 1) ? borders[place - 1] : place
      }
    }
    return work
  }
}
