import FicIndex
import FicModel
import FicPrinter
import FicWire
import Hummingbird

/// `GET`, `PUT` and `DELETE /v1/corrections`: what the user says of lines.
///
/// A change is written to the file beside the index, and a job reads the work again.
struct CorrectionRoutes: Sendable {
  let options: CurrentOptions
  let store: UserFileStore
  let lookup: WorkLookup
  let index: any SearchIndex
  let answers: QueryAnswers
  let jobs: JobQueue

  private var path: String { options.value.userFile(CorrectionFile.kind) }

  /// Lists what is set: all of it, or of a work.
  func list(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try request.question()
    try items.requireOnly(["work"])
    let path = path
    let bytes = try UserFileStore.bytes(at: path, of: CorrectionFile.kind) ?? []
    let file = CorrectionFile(path: path, bytes: bytes)
    var work: WorkEntry?
    if let text = items["work"] {
      work = try await lookup.work(meantBy: text)
      if work == nil { throw Problem.noSuchWork(text) }
    }
    let unfit = try await index.snapshot(
      "read the corrections of the index",
      deadline: lookup.deadline
    ) { snapshot in
      try snapshot.fileProblems(
        code: FileProblem.unfitCorrection,
        limit: CorrectionFile.maximumCorrections
      )
    }
    let flaws = Dictionary(unfit.map { ($0.place, $0.cause) }) { first, _ in first }
    var listing = CorrectionListing(problems: file.problems)
    for line in file.lines {
      if let work, let id = WorkID(work.work.id),
        !line.correction.isOf(id, titled: work.work.title)
      {
        continue
      }
      listing.corrections.append(
        CorrectionRecord(line, in: path, flaw: flaws["line \(line.number)"])
      )
    }
    return .answer(.corrections(listing), as: form)
  }

  /// Says what is so of a line.
  func set(_ request: Request, _ context: ServerContext) async throws -> Response {
    var (items, form) = try await request.order()
    let waits = try items.takeWait()
    let (job, notes) = try await set(CorrectionRequest(items))
    return try JobRoute(jobs: jobs).started(job, saying: notes, waits: waits, as: form)
  }

  /// Sets what is said of a line.
  ///
  /// - Returns: The job that reads its work anew, and what is to be said of the change.
  func set(_ asked: CorrectionRequest) async throws -> (job: JobReport, notes: [String]) {
    let line = try await answers.correctable(asked.ref, lookup.deadline)
    var notes: [String] = []
    let verdict: Correction.Verdict
    let mark: CorrectableLine.Mark
    switch asked.verdict {
    case .said:
      mark = try line.said ?? { throw Problem.nothingSaid(line) }()
      let speaker = try await name(asked.speaker, in: line.work, &notes)
      var addressees: [String] = []
      for addressee in asked.addressees {
        if let name = try await name(addressee, in: line.work, &notes) { addressees.append(name) }
      }
      verdict = .said(speaker: speaker, addressees: addressees)
    case .notSpeech:
      mark = try line.said ?? { throw Problem.nothingSaid(line) }()
      verdict = .notSpeech
    case .sceneBreak:
      mark = try line.opening ?? { throw Problem.noSceneBegins(line) }()
      verdict = .sceneBreak
    }
    notes.insert(Self.note(verdict, mark, line), at: 0)
    let work = try await lookup.section(for: line.work)
    let correction = Correction(
      work: work,
      words: mark.words,
      before: mark.before,
      verdict: verdict
    )
    try change { file in
      guard file.lines.count < CorrectionFile.maximumCorrections else {
        throw Problem(
          code: "too_many_corrections",
          status: 409,
          detail: "more than \(CorrectionFile.maximumCorrections) corrections cannot be set",
          hint: "take some back: ficsearch fix --list, ficsearch fix REF --undo"
        )
      }
      file.set(correction)
    }
    return (try reread(line), notes)
  }

  /// Takes back what was said of a line.
  func remove(_ request: Request, _ context: ServerContext) async throws -> Response {
    var (items, form) = try request.question()
    let waits = try items.takeWait()
    try items.requireOnly(["ref"])
    let (job, notes) = try await takeBack(items["ref"] ?? "")
    return try JobRoute(jobs: jobs).started(job, saying: notes, waits: waits, as: form)
  }

  /// Takes back what is set of a line.
  ///
  /// - Returns: The job that reads its work anew, and what is to be said of the change.
  func takeBack(_ ref: String) async throws -> (job: JobReport, notes: [String]) {
    let line = try await answers.correctable(ref, lookup.deadline)
    guard let id = WorkID(line.work.id) else { throw Problem.noSuchWork(line.work.id) }
    try change { file in
      let own = file.lines.filter { entry in
        guard entry.correction.isOf(id, titled: line.work.title) else { return false }
        let isBreak = entry.correction.verdict == .sceneBreak
        guard let mark = isBreak ? line.opening : line.said else { return false }
        return PrintedWords(entry.correction.words) == PrintedWords(mark.words)
      }
      let marks = [line.said, line.opening].compactMap { $0?.before }.map { PrintedWords($0) }
      let exact = own.filter { marks.contains(PrintedWords($0.correction.before)) }
      let meant = exact.isEmpty && own.count == 1 ? own : exact
      if meant.isEmpty { throw Problem.notCorrected(ref) }
      for entry in meant.reversed() { file.remove(entry) }
    }
    return (try reread(line), ["Taken back: \(Self.cut(line.text))"])
  }

  private func change(_ body: (inout CorrectionFile) throws -> Void) throws {
    let path = path
    guard !options.value.archive.isEmpty else { throw Problem.outsideArchive("", archive: []) }
    try store.change(path, of: CorrectionFile.kind) { bytes in
      var file = CorrectionFile(path: path, bytes: bytes)
      try body(&file)
      return file.bytes
    }
  }

  private func reread(_ line: CorrectableLine) throws -> JobReport {
    let scope = ReindexScope(path: line.path, in: options.value.archive)
    guard let job = jobs.enqueue(scope, trigger: .request) else { throw Problem.stopping }
    return job
  }

  /// The name that a work shows for somebody; nil for an empty text.
  ///
  /// Throws: `Problem` for what is no name, or what several people are called.
  private func name(
    _ text: String,
    in work: WorkLabel,
    _ notes: inout [String]
  ) async throws -> String? {
    if text.isEmpty { return nil }
    if let flaw = AliasName.flaw(in: text) { throw Problem.badAlias(flaw) }
    let key = AliasName.key(text)
    let found = try await answers.cast(
      CastRequest(work: work.id, name: text, limit: 100),
      lookup.deadline
    )
    let exact = found.filter { ([$0.name] + $0.aliases).contains { AliasName.key($0) == key } }
    let meant = exact.isEmpty ? found : exact
    if meant.count > 1 { throw Problem.ambiguousName(text, meant.map(\.name)) }
    if let only = meant.first { return only.name }
    notes.append("Nobody in \(work.title) was called \(text) so far.")
    return text
  }

  private static func note(
    _ verdict: Correction.Verdict,
    _ mark: CorrectableLine.Mark,
    _ line: CorrectableLine
  ) -> String {
    switch verdict {
    case .notSpeech: return "No speech: \(cut(mark.words))"
    case .sceneBreak: return "A scene begins: \(cut(mark.words))"
    case .said(let speaker, let addressees):
      let to = addressees.isEmpty ? "" : " → " + addressees.joined(separator: ", ")
      let before = speaker == nil || speaker == line.speaker ? nil : line.speaker
      let was = before.map { " (was \($0))" } ?? ""
      return "\(speaker ?? line.speaker ?? "?")\(to)\(was): \(cut(mark.words))"
    }
  }

  private static func cut(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "…" : text
  }
}

extension Problem {
  /// A line in which nothing stands in quotation marks.
  static func nothingSaid(_ line: CorrectableLine) -> Problem {
    Problem(
      code: "nothing_said",
      status: 409,
      detail: "nothing is read as said in the line: \"\(line.text.prefix(80))\"",
      hint: "take the REF of a line with speech; 'ficsearch show REF' shows those beside it"
    )
  }

  /// A line with which no scene can begin.
  static func noSceneBegins(_ line: CorrectableLine) -> Problem {
    Problem(
      code: "no_scene_begins",
      status: 409,
      detail: "no scene can begin with the line: \"\(line.text.prefix(80))\"",
      hint: "take the REF of the first line of a paragraph of the story"
    )
  }

  /// Nothing is set of a line.
  static func notCorrected(_ ref: String) -> Problem {
    Problem(
      code: "not_corrected",
      status: 404,
      detail: "nothing is set of the line at \(ref.prefix(200))",
      hint: "'ficsearch fix --list' shows what is set"
    )
  }

  /// A name that several people of a work are called.
  static func ambiguousName(_ text: String, _ names: [String]) -> Problem {
    let shown = names.prefix(6).joined(separator: ", ")
    return Problem(
      code: "ambiguous_name",
      status: 409,
      detail: "\(names.count) people are called \"\(text.prefix(80))\"",
      hint: "name one of them: \(shown)\(names.count > 6 ? ", …" : "")"
    )
  }
}
