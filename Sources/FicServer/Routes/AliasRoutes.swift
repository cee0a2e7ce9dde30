import FicIndex
import FicModel
import FicPrinter
import FicWire
import Hummingbird

/// `GET`, `PUT` and `DELETE /v1/aliases`: what the user says about names.
///
/// A change is written to the daemon's own alias file, and a job reads again what it concerns.
struct AliasRoutes: Sendable {
  /// The most works of one title that are looked at.
  private static let maximumWorks = 1000

  let options: CurrentOptions
  let store: AliasStore
  let works:
    @Sendable (_ words: String, _ limit: Int, _ deadline: Deadline) async throws -> [WorkEntry]
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

  /// Adds aliases to a name.
  func set(_ request: Request, _ context: ServerContext) async throws -> Response {
    var (items, form) = try await request.order()
    let waits = try items.takeWait()
    let asked = try AliasRequest(items)
    let scope = try await scope(asked.work, nil) ?? .everywhere
    return try change(scope, waits, form) { files in
      try AliasEditor(files, scope: scope).adding(asked.aliases, to: asked.name)
    }
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
    return try change(scope, waits, form) { [items] files in
      try AliasEditor(files, scope: scope).removing(items.values(of: "alias"), of: name)
    }
  }

  private func change(
    _ scope: AliasScope,
    _ waits: Bool,
    _ form: FormParameters,
    _ body: ([AliasFile]) throws -> AliasFile
  ) throws -> Response {
    let archive = options.value.archive
    guard !archive.isEmpty else { throw Problem.outsideArchive("", archive: []) }
    try store.change(body)
    let reindex = scope.reindex(archive: archive)
    guard let job = jobs.enqueue(reindex, trigger: .request) else { throw Problem.stopping }
    return try JobRoute(jobs: jobs).started(job, waits: waits, as: form)
  }

  /// The work that a text means; one that has gone where `file` still has a section for it; nil
  /// without a text.
  private func scope(_ text: String?, _ file: AliasFile?) async throws -> AliasScope? {
    guard let text else { return nil }
    let deadline = Deadline.after(.milliseconds(options.value.queryMilliseconds))
    let found = text.isEmpty ? [] : try await works(text, Self.maximumWorks, deadline)
    let meant = found.meant(by: text)
    guard let work = meant.first, let id = WorkID(work.work.id) else {
      let gone = AliasScope.gone(selector: text)
      if file?.entries.contains(where: { gone.holds($0.entry) }) == true { return gone }
      throw Problem.noSuchWork(text)
    }
    guard meant.count == 1 else { throw Problem.ambiguousWork(text, meant) }
    let title = work.work.title
    let namesakes = try await works(title, Self.maximumWorks, deadline)
      .filter { $0.isCalled(title) }
    let isTelling = namesakes.count == 1 && AliasName.flaw(in: title) == nil
    return .work(
      id,
      title: title,
      path: work.path,
      selector: isTelling ? title : work.work.id
    )
  }
}
