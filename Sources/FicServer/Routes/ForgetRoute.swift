import FicIndex
import FicModel
import FicWire
import Hummingbird

/// `POST /v1/forget`: queues a job that removes what is gone from the archive and was kept.
struct ForgetRoute: Sendable {
  let lookup: WorkLookup
  let answers: QueryAnswers
  let jobs: JobQueue

  func respond(to request: Request, _ context: ServerContext) async throws -> Response {
    var (items, form) = try await request.order()
    let waits = try items.takeWait()
    let asked = try ForgetRequest(items)
    var scope: ReindexScope?
    for text in asked.forget {
      let part = try await self.scope(text)
      scope = scope?.union(part) ?? part
    }
    guard let scope, let job = jobs.enqueue(scope, trigger: .request) else {
      throw Problem.stopping
    }
    return try JobRoute(jobs: jobs).started(job, waits: waits, as: form)
  }

  /// What to forget for a REF or a title, with the work's own files to look at.
  private func scope(_ text: String) async throws -> ReindexScope {
    if let reference = PassageReference(text), reference.chapter != nil {
      let passage = try await answers.passage(text, .chapter, .here, nil, lookup.deadline)
      guard passage.chapter.removal != nil else { throw Problem.notRemoved(text) }
      let chapter = PassageReference(work: reference.work, chapter: reference.chapter)
      return ReindexScope(paths: [passage.source.path], forgets: [chapter.description])
    }
    let found = try await lookup.works(called: text)
    guard !found.isEmpty else { throw Problem.noSuchWork(text) }
    let kept = found.filter { $0.removedChapters > 0 }
    guard let work = kept.first else { throw Problem.notRemoved(text) }
    guard kept.count == 1 else { throw Problem.ambiguousWork(text, kept) }
    return ReindexScope(paths: [work.path], forgets: [work.work.id])
  }
}

extension Problem {
  /// Nothing of that name is gone and kept.
  static func notRemoved(_ text: String) -> Problem {
    Problem(
      code: "not_removed",
      status: 409,
      detail: "nothing of \"\(text.prefix(200))\" is gone from the archive and kept",
      hint:
        "what is in the archive goes with its file; a hit of what is kept says that it is removed"
    )
  }
}
