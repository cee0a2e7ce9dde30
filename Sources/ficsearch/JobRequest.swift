import FicClient
import FicModel
import FicPrinter
import FicWire
import Glibc

/// Sends a request that starts a job, and shows the job until it ends.
struct JobRequest {
  let session: Session

  /// The method of the request.
  var method: String

  /// Its target.
  var target: String

  /// Its body.
  var body: [UInt8] = []

  /// Sends the request; `waits` tells whether to wait for the job's end.
  ///
  /// Throws: what the client throws; the `Problem` of a job that failed.
  func run(waits: Bool) throws {
    var job: JobReport?
    try session.client.lines(method: method, target: target, body: body) { line in
      job = try JobReport(json: JSONValue(line))
    }
    guard let job else { throw ExitStatus.error }
    guard waits else {
      var output = StandardOutput()
      output.write(
        session.json ? String(decoding: job.jsonBytes, as: UTF8.self) + "\n" : "job \(job.id)\n"
      )
      output.flush()
      return
    }
    try follow(job)
  }

  private func follow(_ job: JobReport) throws {
    let isScreen = Terminal.isTerminal(STDOUT_FILENO) && !session.json
    var output = StandardOutput()
    var last = job
    var screen = ReindexScreen(style: session.style)
    try session.client.lines(target: APIPath.job(id: job.id)) { line in
      let record = try JobRecord(json: JSONValue(line))
      if case .job(let report) = record { last = report }
      if isScreen {
        output.write(screen.text(for: record))
      } else {
        output.write(bytes: line)
        output.write("\n")
      }
      output.flush()
    }
    guard last.state != .succeeded else { return }
    throw last.failure
      ?? Problem(
        code: "job_\(last.state.rawValue)",
        status: 500,
        detail: "the job \(last.id) ended before it was done: \(last.state.rawValue)",
        hint: "run 'ficsearch reindex' again; it goes on where it stopped"
      )
  }
}
