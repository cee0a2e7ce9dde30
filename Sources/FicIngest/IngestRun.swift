package import FicIndex
package import FicModel

/// Brings an index up to date with an archive: finds what changed, reads and parses it on several
/// threads, writes it in the order of the plan.
///
/// The same archive gives the same index on any number of threads. A run that is killed leaves
/// every chapter either as it was or as it is, and the next run goes on: a file counts as read only
/// after all chapters of its work are stored.
package struct IngestRun {
  let options: IngestOptions
  let writer: any IndexWriter
  let report: (IngestEvent) -> Void
  private let isStopped: () -> Bool
  var meter = ProgressMeter()

  /// What is to be done; sources are taken from it as they are read, and what turns out to be gone
  /// is added to it.
  var plan = IngestPlan()

  /// What was found of each folder of the archive; the plan has its files.
  var listings: [ArchiveListing] = []

  /// Whether the run went through all of the archive.
  var isWhole = false

  /// Files that somebody saw go, absolute: named in the options, or read elsewhere.
  var letGo: Set<String> = []

  /// What the user says of names and lines.
  var word = UserWord()

  /// What the run read.
  var readFingerprints: Set<Fingerprint> = []

  /// The places of the sources that the run was to read before it chose anew.
  var readPlaces: Set<String> = []

  /// Files that the index knew and whose bytes are others in this run.
  var changedPaths: Set<String> = []

  /// Files of works whose text is chosen at the end of the run; until then they count as changed,
  /// so that the run after one that is killed knows what they were changed from.
  var unsettledFiles: [IndexedFile] = []

  /// Works that came in this run, and works that lost a source in it.
  var newWorks: Set<WorkID> = []
  var leftWorks: Set<WorkID> = []

  /// Works whose text turned out to be that of others.
  var mergedWorks: Set<WorkID> = []

  /// Places of sources that may say what the shown text of their work does not say any more.
  var doubtfulPlaces: Set<String> = []

  /// In seconds since 1970.
  let time: Int

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
    time = Self.now
  }

  /// Runs to the end.
  ///
  /// - Returns: what the run did; it was reported as well.
  /// - Throws: what the writer throws; `CancellationError` where `isStopped` ended the run, with
  ///   what was done so far committed.
  package mutating func run() async throws -> IngestEvent.Summary {
    if options.rebuilds { try writer.rebuild() }
    word.aliases = try readAliases()
    word.corrections = try readCorrections()
    try writer.beginRun()
    try forget()
    try look()
    // What a run that was killed left without a source, or without its best one.
    leftWorks = try writer.unsettledWorks()
    readPlaces = Set(plan.works.map(\.place))
    start()
    let isFirst = try writer.workCount() == 0 || writer.expectedFiles() > 0
    if isFirst, options.paths.isEmpty { try writer.expectFiles(plan.fileCount) }
    do {
      try await readAndWrite()
      try lookAtMoved()
      try await chooseAgain()
      for file in unsettledFiles { try writer.recordFile(file) }
      try removeGone()
      try recordPlaces()
      if options.paths.isEmpty { try writer.expectFiles(0) }
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

  private mutating func start() {
    meter.summary.files = plan.fileCount
    meter.summary.unchanged = plan.unchangedFiles
    meter.summary.failed = listings.reduce(0) { $0 + $1.problems.count }
    meter.progress.scanned = true
    meter.progress.filesTotal = meter.summary.files
    meter.progress.filesDone = plan.unchangedFiles
    meter.progress.failures = meter.summary.failed
    meter.progress.bytesTotal = plan.works.reduce(0) { $0 + $1.byteCount }
    reportProgress()
  }

  mutating func reportProgress() {
    if let progress = meter.due() { report(.progress(progress)) }
  }

  func checkStopped() throws {
    guard isStopped() else { return }
    try writer.commit()
    throw CancellationError()
  }

  // MARK: Reading and writing

  /// Reads the plan's works ahead of the one that is written, never more than one beyond one for
  /// each thread, and writes them in order.
  ///
  /// Each is taken from the plan, so that the lists of files go as they are read.
  mutating func readAndWrite() async throws {
    let reader = WorkReader(
      maximumFileBytes: options.maximumFileBytes,
      parsesAll: options.readsAll,
      word: word
    )
    var left = Array(plan.works.reversed())
    plan.works = []
    defer { meter.progress.file = nil }
    try await withThrowingTaskGroup(of: (Int, WorkReading).self) { group in
      var next = 0
      var paths: [Int: String] = [:]
      func start() {
        guard let plan = left.popLast() else { return }
        let index = next
        next += 1
        paths[index] = plan.parts.first?.file.path ?? plan.path
        group.addTask { (index, reader.read(plan)) }
      }
      for _ in 0..<(options.jobs == 1 ? 1 : options.jobs + 3) { start() }
      var waiting: [Int: WorkReading] = [:]
      var written = 0
      while let (index, reading) = try await group.next() {
        waiting[index] = reading
        while let reading = waiting.removeValue(forKey: written) {
          paths[written] = nil
          meter.progress.file = paths[written + 1]
          for reading in try parted(try completed(reading, by: reader), by: reader) {
            try write(reading)
          }
          written += 1
          start()
          if meter.previewIsDue() { try writer.preview() }
        }
      }
    }
  }

  /// The reading, or, where a file of a stored work is bad now, one with the last good text in its
  /// place.
  func completed(_ reading: WorkReading, by reader: WorkReader) throws -> WorkReading {
    guard let work = reading.plan.stored else { return reading }
    var texts: [String: [UInt8]] = [:]
    for outcome in reading.outcomes {
      // A form that a better one replaced is not bad.
      guard let code = outcome.problem?.code, code != FileProblem.otherForm else { continue }
      texts[outcome.file.path] = try writer.storedText(of: outcome.file.path, in: work)
    }
    return texts.isEmpty ? reading : reader.read(reading.plan, lastGood: texts)
  }

  /// Stores what became of a source.
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
    if isPart || listings.contains(where: { !$0.emptyFolders.isEmpty }) {
      readFingerprints.formUnion(reading.outcomes.compactMap(\.fingerprint))
    }
    for (part, outcome) in zip(reading.plan.parts, reading.outcomes)
    where part.fingerprint != nil && outcome.fingerprint != part.fingerprint {
      changedPaths.insert(part.file.path)
    }
    let id = try settle(reading)
    let isSettled = try id.map { try writer.sources(of: $0).contains(where: \.isChosen) } ?? true
    for (outcome, part) in zip(reading.outcomes, reading.plan.parts) {
      // What was not parsed has the fault that it had.
      let flaw = reading.parsed == nil ? part.flaw : outcome.flaw
      let file = IndexedFile(
        path: outcome.file.path,
        stamp: outcome.file.stamp,
        fingerprint: outcome.fingerprint,
        work: id,
        place: reading.plan.place,
        problem: outcome.problem ?? flaw
      )
      if isSettled { try writer.recordFile(file) } else { unsettledFiles.append(file) }
    }
    let gone = try goneFiles(of: reading.plan)
    if reading.parsed != nil { try writer.forgetFiles(gone) }
    if reading.plan.isToReread, let id { try writer.noteReading(of: id) }
    meter.summary.bytes += reading.byteCount
    meter.progress.filesDone += reading.outcomes.count
    meter.progress.bytesDone += reading.plan.byteCount
    reportProgress()
  }

  /// Files that the index has of the source and the archive no longer has.
  private func goneFiles(of plan: WorkPlan) throws -> [String] {
    guard plan.hasOtherFiles else { return [] }
    let present = Set(plan.parts.map(\.file.path))
    return try writer.indexedFiles(at: plan.place).map(\.path).filter { !present.contains($0) }
  }
}
