import FicIndex
import FicModel
import FicPrinter
import FicWire
import Hummingbird

/// `GET`, `PUT` and `DELETE /v1/aliases`: what the user says about names.
///
/// A change is written to the daemon's own alias file, and a job reads again what it concerns.
struct AliasRoutes: Sendable {
  let options: CurrentOptions
  let store: AliasStore
  let lookup: WorkLookup
  let answers: QueryAnswers
  let jobs: JobQueue

  /// Lists what is set: all of it, or what holds in a work.
  func list(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try request.question()
    try items.requireOnly(["work"])
    let contents = store.contents
    let scope = try await scope(items["work"], contents.files.last)
    var listing = AliasListing(problems: contents.problems)
    for file in contents.files {
      for line in file.entries where scope?.holds(line.entry) ?? true || line.entry.work == nil {
        listing.aliases.append(
          AliasRecord(
            name: line.entry.name,
            aliases: line.entry.aliases,
            work: line.entry.work,
            file: file.path,
            line: line.number
          )
        )
      }
    }
    return .answer(.aliases(listing), as: form)
  }

  /// Says that names are one person, or several.
  func set(_ request: Request, _ context: ServerContext) async throws -> Response {
    var (items, form) = try await request.order()
    let waits = try items.takeWait()
    let (job, notes) = try await set(AliasRequest(items))
    guard let job else { return .answer(.notes(notes), as: form) }
    return try JobRoute(jobs: jobs).started(job, saying: notes, waits: waits, as: form)
  }

  /// Sets names, or says what would come of it.
  ///
  /// - Returns: The job that reads the works anew, nil for a preview, and what is to be said of it.
  func set(_ asked: AliasRequest) async throws -> (job: JobReport?, notes: [String]) {
    let scope = try await scope(asked.work, nil) ?? .everywhere
    let notes = try await notes(asked, scope)
    let edited = { (files: [AliasFile]) throws in
      let editor = AliasEditor(files, scope: scope)
      return switch asked.change {
      case .add: try editor.adding(asked.aliases, to: asked.name)
      case .merge: try editor.merging([asked.name] + asked.aliases)
      case .split: try editor.splitting(asked.aliases, from: asked.name)
      }
    }
    guard !asked.isPreview else {
      _ = try edited(store.contents.files)
      return (nil, notes)
    }
    return (try change(scope, edited), notes)
  }

  /// What comes of a change.
  ///
  /// Throws: `Problem` where a name is to be kept apart that is shown as another: nothing says
  /// which of the lines are whose.
  private func notes(_ asked: AliasRequest, _ scope: AliasScope) async throws -> [String] {
    let names = [asked.name] + asked.aliases
    let outlook = try await AliasOutlook(of: names) { name in
      let asked = CastRequest(
        work: scope.work ?? "",
        name: name,
        limit: WorkLookup.maximumWorks
      )
      return try await answers.cast(asked, lookup.deadline)
    }
    if asked.change == .split { return outlook.parting(names) }
    if asked.aliases.isEmpty, let other = outlook.memberShownOtherwise(than: asked.name) {
      throw Problem.aliasOfAnother(asked.name, other.name, lines: other.lines, in: other.work)
    }
    return outlook.joining(names)
  }

  /// Removes aliases of a name, or the name with all of them.
  func remove(_ request: Request, _ context: ServerContext) async throws -> Response {
    var (items, form) = try request.question()
    let waits = try items.takeWait()
    try items.requireOnly(["name", "alias", "work"])
    guard let name = items["name"] else {
      throw Problem(
        code: "missing_parameter",
        status: 400,
        detail: "the parameter name is missing",
        hint: "say whose aliases to remove: ?name=Edwin+Smith&alias=Smith"
      )
    }
    let own = store.contents.files.last
    let scope = try await scope(items["work"], own) ?? .everywhere
    let job = try change(scope) { [items] files in
      try AliasEditor(files, scope: scope).removing(items.values(of: "alias"), of: name)
    }
    return try JobRoute(jobs: jobs).started(job, waits: waits, as: form)
  }

  private func change(
    _ scope: AliasScope,
    _ body: ([AliasFile]) throws -> AliasFile
  ) throws -> JobReport {
    let archive = options.value.archive
    guard !archive.isEmpty else { throw Problem.outsideArchive("", archive: []) }
    try store.change(body)
    let reindex = scope.reindex(archive: archive)
    guard let job = jobs.enqueue(reindex, trigger: .request) else { throw Problem.stopping }
    return job
  }

  /// The work that a text means; one that has gone where `file` still has a section for it; nil
  /// without a text.
  private func scope(_ text: String?, _ file: AliasFile?) async throws -> AliasScope? {
    guard let text else { return nil }
    guard let work = try await lookup.work(meantBy: text), let id = WorkID(work.work.id) else {
      let gone = AliasScope.gone(selector: text)
      if file?.entries.contains(where: { gone.holds($0.entry) }) == true { return gone }
      throw Problem.noSuchWork(text)
    }
    return .work(
      id,
      title: work.work.title,
      path: work.path,
      selector: try await lookup.section(for: work.work)
    )
  }
}
