import FicModel
import FicPrinter
import FicWire
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// `GET /v1/jobs/{id}`: the job as it stands as one object, else its records as they come; and the
/// answers to those who start jobs.
struct JobRoute: Sendable {
  let jobs: JobQueue

  func respond(to request: Request, _ context: ServerContext) throws -> Response {
    let form = try request.question().form
    let text = context.parameters.get("id") ?? ""
    let id = APIPath.decodeSegment(text) ?? text
    guard let report = jobs.report(of: id) else { throw Problem.noSuchJob(id) }
    return form.form == .json ? .answer(.job(report), as: form) : try stream(id, as: form)
  }

  /// The answer to whoever started a job: the job, or its records as they come if they `wait`;
  /// `notes` say before what it does.
  func started(
    _ job: JobReport,
    saying notes: [String] = [],
    waits: Bool,
    as form: FormParameters
  ) throws -> Response {
    var told = job
    told.notes = notes
    var response =
      waits
      ? try stream(job.id, saying: notes, as: form)
      : .answer(.job(told), as: form, status: .accepted)
    response.headers[.location] = APIPath.job(id: job.id)
    return response
  }

  /// Records as they come; how it ended stands behind them, in trailers.
  private func stream(
    _ id: String,
    saying notes: [String] = [],
    as form: FormParameters
  ) throws -> Response {
    guard let records = jobs.records(of: id) else { throw Problem.noSuchJob(id) }
    let body = ResponseBody { [jobs] writer in
      var printer = JobPrinter(form)
      var last: JobReport?
      var isFinished = false
      var untold = notes
      // The daemon's stop ends the stream: the worker is only told to stop when all are answered.
      for await record in records.cancelOnGracefulShutdown() {
        // Of a job that has ended the problems come behind it.
        var record = record
        if case .job(var report) = record {
          last = report
          report.notes = untold
          untold = []
          record = .job(report)
        }
        isFinished = if case .job(let report) = record { report.state.isFinal } else { false }
        try await writer.write(ByteBuffer(bytes: printer.bytes(of: record)))
      }
      if !isFinished, var report = jobs.report(of: id) {
        if !report.state.isFinal {
          report.state = .cancelled
          report.failure = .stopping
        }
        last = report
        try await writer.write(ByteBuffer(bytes: printer.bytes(of: .job(report))))
      }
      try await writer.finish(Self.trailers(last))
    }
    return Response(status: .ok, headers: [.contentType: form.form.mediaType], body: body)
  }

  private static func trailers(_ job: JobReport?) -> HTTPFields {
    var fields = HTTPFields()
    let problem = job.flatMap(problem)
    let exit = problem.map { AnswerContents.failure($0).exit } ?? .found
    if let name = HTTPField.Name.exit { fields[name] = "\(exit.rawValue)" }
    if let problem, let name = HTTPField.Name.failure {
      let text = AnswerContents.failure(problem).printed(as: FormParameters(form: .text)).bytes
      fields[name] = APIPath.encode(String(decoding: text, as: UTF8.self))
    }
    return fields
  }

  /// Why a job did not do what it was to do; nil where it did.
  static func problem(_ job: JobReport) -> Problem? {
    if job.state == .succeeded { return nil }
    return job.failure
      ?? Problem(
        code: "job_\(job.state.rawValue)",
        status: 500,
        detail: "the job \(job.id) ended before it was done: \(job.state.rawValue)",
        hint: "run 'ficsearch reindex' again; it goes on where it stopped"
      )
  }
}
