import FicModel
import FicWire
import Hummingbird

/// `POST /v1/reindex`: queues a job and says which.
struct ReindexRoute: Sendable {
  let options: CurrentOptions
  let jobs: JobQueue

  func respond(to request: Request, _ context: ServerContext) async throws -> Response {
    var request = request
    let body = try await request.collectBody(upTo: Problem.maximumBody)
    let asked = try Self.read(Array(body.readableBytesView))
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
    var response = Response.json(job, status: .accepted)
    response.headers[.location] = APIPath.job(id: job.id)
    return response
  }

  private static func read(_ bytes: [UInt8]) throws(Problem) -> ReindexRequest {
    if bytes.isEmpty { return ReindexRequest() }
    do {
      return try ReindexRequest(json: JSONValue(bytes))
    } catch {
      throw .badBody(expected: #"{"paths":["/srv/fiction/a"],"all":false}, or nothing"#)
    }
  }
}
