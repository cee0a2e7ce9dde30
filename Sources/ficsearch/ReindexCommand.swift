import ArgumentParser
import FicClient
import FicModel
import FicPrinter
import FicWire
import Glibc

/// Brings the index up to date with the archive.
struct ReindexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reindex",
    abstract: "Index what is new, changed or gone in the archive.",
    discussion: """
      Files whose size, times and inode are as before are not read. On a terminal it shows a
      line of progress; otherwise it prints JSON Lines.
      """
  )

  @OptionGroup var options: CommonOptions

  @Flag(help: "Read every file, changed or not.")
  var all = false

  @Flag(inversion: .prefixedNo, help: "Wait until the job has ended.")
  var wait = true

  @Argument(help: "Files and folders of the archive; the whole archive without.")
  var paths: [String] = []

  func run() throws {
    let session = options.session
    let request = ReindexRequest(paths: paths.map(Self.absolute), all: all)
    var job: JobReport?
    try session.client.lines(
      method: "POST",
      target: APIPath.reindex,
      body: request.jsonBytes
    ) { line in
      job = try JobReport(json: JSONValue(line))
    }
    guard let job else { throw ExitStatus.error }
    guard wait else {
      var output = StandardOutput()
      output.write(
        session.json ? String(decoding: job.jsonBytes, as: UTF8.self) + "\n" : "job \(job.id)\n"
      )
      output.flush()
      return
    }
    try follow(job, in: session)
  }

  private func follow(_ job: JobReport, in session: Session) throws {
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

  /// The daemon has a working folder of its own, so it gets absolute paths.
  static func absolute(_ path: String) -> String {
    if let resolved = unsafe realpath(path, nil) {
      defer { unsafe free(resolved) }
      return unsafe String(cString: resolved)
    }
    if path.hasPrefix("/") { return path }
    guard let folder = unsafe getcwd(nil, 0) else { return path }
    defer { unsafe free(folder) }
    return unsafe String(cString: folder) + "/" + path
  }
}
