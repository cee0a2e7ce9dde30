package import FicIndex
package import FicModel

/// Brings an index up to date with an archive: finds what changed, reads and parses it on several
/// threads, writes it in the archive's order.
///
/// The same archive gives the same index on any number of threads. A run that is killed leaves every
/// chapter either as it was or as it is, and the next run goes on: a file counts as read only after all
/// chapters of its work are stored.
package struct IngestRun {
  private let options: IngestOptions
  private let writer: any IndexWriter
  private let report: (IngestEvent) -> Void
  private let isStopped: () -> Bool
  private var meter = ProgressMeter()

  /// Creates a run.
  ///
  /// - Parameters:
  ///   - options: what to index and how.
  ///   - writer: where to write; it is used by one task.
  ///   - report: takes what the run says, in order.
  ///   - isStopped: whether the run shall end after the chapter at hand.
  package init(
    options: IngestOptions,
    writer: any IndexWriter,
    report: @escaping (IngestEvent) -> Void,
    isStopped: @escaping () -> Bool = { false }
  ) {
    self.options = options
    self.writer = writer
    self.report = report
    self.isStopped = isStopped
  }

  /// Runs to the end.
  ///
  /// - Returns: what the run did; it was reported as well.
  /// - Throws: what the writer throws; `CancellationError` where `isStopped` ended the run, with what
  ///   was done so far committed.
  package mutating func run() async throws -> IngestEvent.Summary {
    let listings = options.archive.map { ArchiveWalk.list($0) }
    for problem in listings.flatMap(\.problems) { report(.fileProblem(problem)) }
    let aliases = try readAliases()
    let plan = IngestPlanner(
      listings,
      known: try writer.indexedFiles(),
      identities: try writer.workIdentities(),
      worksToReread: try writer.worksToReread(),
      options: options
    )
    meter.summary.files = listings.reduce(0) { $0 + $1.files.count }
    meter.summary.unchanged = plan.unchangedFiles
    meter.summary.failed = listings.reduce(0) { $0 + $1.problems.count }
    meter.progress.scanned = true
    meter.progress.filesTotal = meter.summary.files
    meter.progress.filesDone = plan.unchangedFiles
    meter.progress.failures = meter.summary.failed
    meter.progress.bytesTotal = plan.works.reduce(0) { $0 + $1.byteCount }
    reportProgress()
    try remove(plan)
    do {
      try await readAndWrite(plan.works, aliases)
    } catch {
      // What was stored before the failure stays stored, as far as the index still can.
      try? writer.commit()
      throw error
    }
    try writer.finish()
    let summary = meter.finished()
    report(.progress(meter.progress))
    report(.summary(summary))
    return summary
  }

  /// Reads what the user says about names, and notes the works that it concerns anew.
  private func readAliases() throws -> AliasBook {
    let files = AliasFiles(options)
    for problem in files.problems { report(.fileProblem(problem)) }
    let before = try writer.storedAliases()
    // A file that cannot be read takes nothing back.
    guard let entries = files.entries else { return AliasBook(before) }
    if entries != before {
      let change = AliasChange(from: before, to: entries)
      try writer.noteAliases(entries, rereading: try change.works(in: writer))
      try writer.commit()
    }
    return AliasBook(entries)
  }

  private mutating func reportProgress() {
    if let progress = meter.due() { report(.progress(progress)) }
  }

  private func checkStopped() throws {
    guard isStopped() else { return }
    try writer.commit()
    throw CancellationError()
  }

  // MARK: Removing

  private mutating func remove(_ plan: IngestPlanner) throws {
    if options.keepsRemoved {
      for var file in plan.removedFiles where file.work != nil {
        file.problem = FileProblem(
          code: "removed",
          path: file.path,
          cause: "the file is gone; its last version is kept",
          hint: "put it back, or set archive.keepRemoved to false"
        )
        try writer.recordFile(file)
      }
      try writer.forgetFiles(plan.removedFiles.filter { $0.work == nil }.map(\.path))
      return
    }
    for work in plan.removedWorks {
      try checkStopped()
      meter.summary.removed += try writer.chapterFingerprints(of: work).count
      try writer.removeWork(work)
    }
    try writer.forgetFiles(plan.removedFiles.map(\.path))
  }

  // MARK: Reading and writing

  /// Reads works ahead of the one that is written, never more than twice as many as there are threads,
  /// and writes them in order.
  private mutating func readAndWrite(_ works: [WorkPlan], _ aliases: AliasBook) async throws {
    let reader = WorkReader(
      maximumFileBytes: options.maximumFileBytes,
      parsesAll: options.readsAll,
      aliases: aliases
    )
    var run = self
    defer { self = run }
    try await withThrowingTaskGroup(of: (Int, WorkReading).self) { group in
      var next = 0
      func start() {
        guard next < works.count else { return }
        let index = next
        let plan = works[index]
        next += 1
        group.addTask { (index, reader.read(plan)) }
      }
      for _ in 0..<(run.options.jobs == 1 ? 1 : run.options.jobs * 2) { start() }
      var waiting: [Int: WorkReading] = [:]
      var written = 0
      while let (index, reading) = try await group.next() {
        waiting[index] = reading
        while let reading = waiting.removeValue(forKey: written) {
          try run.write(try run.completed(reading, by: reader))
          written += 1
          start()
        }
      }
    }
  }

  /// The reading, or, where a file of a stored work is bad now, one with the last good text in its
  /// place.
  private func completed(_ reading: WorkReading, by reader: WorkReader) throws -> WorkReading {
    guard let work = reading.plan.stored else { return reading }
    var texts: [String: [UInt8]] = [:]
    for outcome in reading.outcomes {
      // A form that a better one replaced is not bad.
      guard let code = outcome.problem?.code, code != FileProblem.otherForm else { continue }
      texts[outcome.file.path] = try writer.storedText(of: outcome.file.path, in: work)
    }
    return texts.isEmpty ? reading : reader.read(reading.plan, lastGood: texts)
  }

  private mutating func write(_ reading: WorkReading) throws {
    try checkStopped()
    for outcome in reading.outcomes {
      for repair in outcome.repairs { report(.fileProblem(repair)) }
      guard let problem = outcome.problem else { continue }
      report(.fileProblem(problem))
      if problem.code == FileProblem.otherForm { continue }
      meter.summary.failed += 1
      meter.progress.failures += 1
    }
    let id = try reading.parsed.map { try write($0, of: reading) } ?? reading.plan.stored
    for outcome in reading.outcomes {
      try writer.recordFile(
        IndexedFile(
          path: outcome.file.path,
          stamp: outcome.file.stamp,
          fingerprint: outcome.fingerprint,
          work: id,
          problem: outcome.problem
        )
      )
    }
    let gone = try goneFiles(of: reading.plan, id: id)
    if reading.parsed != nil { try writer.forgetFiles(gone) }
    if reading.plan.isToReread, let id { try writer.noteReading(of: id) }
    meter.summary.bytes += reading.byteCount
    meter.progress.filesDone += reading.outcomes.count
    meter.progress.bytesDone += reading.plan.byteCount
    reportProgress()
  }

  /// Files that the index has of the work and the archive no longer has.
  private func goneFiles(of plan: WorkPlan, id: WorkID?) throws -> [String] {
    guard plan.hasOtherFiles, let id, plan.stored == id else { return [] }
    let present = Set(plan.parts.map(\.file.path))
    return try writer.indexedFiles().filter { $0.work == id && !present.contains($0.path) }
      .map(\.path)
  }

  private mutating func write(_ work: ParsedWork, of reading: WorkReading) throws -> WorkID {
    let stored = try reading.plan.stored.map { try writer.storedCast(of: $0) } ?? []
    let alignment = CastAlignment(parsed: work.cast, stored: stored)
    let id = try writer.putWork(
      WorkRecord(
        id: reading.plan.stored ?? WorkID(identity: reading.plan.identity),
        identity: reading.plan.identity,
        path: reading.plan.path,
        metadata: reading.metadata,
        cast: alignment.cast
      )
    )
    let fingerprints = try writer.chapterFingerprints(of: id)
    let builder = ChapterRecordsBuilder()
    for (index, chapter) in work.chapters.enumerated() {
      try checkStopped()
      let part = reading.plan.parts[reading.parts[chapter.document]]
      let records = builder.records(
        of: alignment.aligned(chapter),
        key: ChapterKey(work: id, chapter: index + 1),
        path: part.file.path,
        cast: alignment.cast
      )
      let before = fingerprints[index + 1]
      guard before != records.fingerprint else { continue }
      try writer.replace(records)
      if before == nil { meter.summary.added += 1 } else { meter.summary.changed += 1 }
      meter.progress.chaptersDone += 1
      reportProgress()
    }
    let gone = fingerprints.keys.filter { $0 > work.chapters.count }.sorted()
    if !gone.isEmpty {
      try writer.removeChapters(of: id, numbers: gone)
      meter.summary.removed += gone.count
    }
    return id
  }
}
