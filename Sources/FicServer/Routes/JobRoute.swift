import FicModel
import FicWire
import HTTPTypes
import Hummingbird
import ServiceLifecycle

/// `GET /v1/jobs/{id}`: the job as it stands, or its records as they come, a line each.
struct JobRoute: Sendable {
  let jobs: JobQueue

  func respond(to request: Request, _ context: ServerContext) throws -> Response {
    let text = context.parameters.get("id") ?? ""
    let id = APIPath.decodeSegment(text) ?? text
    guard request.wantsLines else {
      guard let report = jobs.report(of: id) else { throw Problem.noSuchJob(id) }
      return .json(report)
    }
    guard let records = jobs.records(of: id) else { throw Problem.noSuchJob(id) }
    let body = ResponseBody { [jobs] writer in
      var isFinished = false
      // The daemon's stop ends the stream: the worker is only told to stop when all are answered.
      for await record in records.cancelOnGracefulShutdown() {
        if case .job(let report) = record, report.state.isFinal { isFinished = true }
        try await writer.write(Self.line(record))
      }
      if !isFinished, var report = jobs.report(of: id) {
        if !report.state.isFinal {
          report.state = .cancelled
          report.failure = .stopping
        }
        try await writer.write(Self.line(.job(report)))
      }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: [.contentType: WireVersion.jsonLines], body: body)
  }

  private static func line(_ record: JobRecord) -> ByteBuffer {
    ByteBuffer(bytes: record.jsonBytes + [UInt8(ascii: "\n")])
  }
}
