import FicModel
import FicWire
import Hummingbird

/// `POST /v1/reindex`: queues a job and says which.
struct ReindexRoute: Sendable {
  let options: CurrentOptions
  let jobs: JobQueue

  func respond(to request: Request, _ context: ServerContext) async throws -> Response {
    var (items, form) = try await request.order()
    let waits = try items.takeWait()
    let asked = try ReindexRequest(items)
    let archive = options.value.archive
    guard !archive.isEmpty else { throw Problem.outsideArchive("", archive: []) }
    for path in asked.paths where !ArchivePath.lies(path, in: archive) {
      throw Problem.outsideArchive(path, archive: archive)
    }
    // An archive folder itself stands for all that is in it.
    let paths =
      asked.paths.allSatisfy(archive.contains) && archive.allSatisfy(asked.paths.contains)
      ? [] : asked.paths
    let scope = ReindexScope(
      paths: paths,
      all: asked.all,
      rebuild: asked.rebuild,
      gone: asked.gone
    )
    guard let job = jobs.enqueue(scope, trigger: .request) else { throw Problem.stopping }
    return try JobRoute(jobs: jobs).started(job, waits: waits, as: form)
  }
}
