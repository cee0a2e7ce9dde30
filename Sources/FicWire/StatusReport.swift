public import FicModel

/// The body of `GET /v1/status`: what the daemon has, does and misses.
public struct StatusReport: Hashable, Sendable, JSONWritable {
  /// The daemon's version.
  public var version: String

  /// The version of the API.
  public var api: Int

  /// The daemon's process.
  public var process: Int

  /// Whose daemon it is.
  public var user: String

  /// Where it listens.
  public var socket: String

  /// Since the daemon started.
  public var uptimeSeconds: Int

  /// The folders that are indexed.
  public var archive: [String]

  /// The index.
  public var index: IndexReport

  /// The number of files that are not searchable, or only in their last good version.
  public var failedFiles: Int

  /// How many files have a problem, by its code; those that are searched in another form too.
  public var problemCounts: [FileProblemCount]

  /// `examples` of the files of each code, or all where they were asked for, at most
  /// `maximumProblems`.
  public var problems: [FileProblem]

  /// Whether changes of the archive are noticed.
  public var watch: WatchReport

  /// The job that runs, else the one that ran last.
  public var job: JobReport?

  /// The most entries of `problems`.
  public static let maximumProblems = 100_000

  /// The files of each code that are named where not all were asked for.
  public static let examples = 3

  /// Creates a report.
  public init(
    version: String,
    process: Int,
    user: String,
    socket: String,
    uptimeSeconds: Int,
    archive: [String],
    index: IndexReport,
    failedFiles: Int = 0,
    problemCounts: [FileProblemCount] = [],
    problems: [FileProblem] = [],
    watch: WatchReport,
    job: JobReport? = nil
  ) {
    self.version = version
    api = WireVersion.current
    self.process = process
    self.user = user
    self.socket = socket
    self.uptimeSeconds = uptimeSeconds
    self.archive = archive
    self.index = index
    self.failedFiles = failedFiles
    self.problemCounts = problemCounts
    self.problems = problems
    self.watch = watch
    self.job = job
  }

  /// Appends the record with `"type":"status"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "status")
      object.field("version", version)
      object.field("api", api)
      object.field("process", process)
      object.field("user", user)
      object.field("socket", socket)
      object.field("uptimeSeconds", uptimeSeconds)
      object.field("archive", archive)
      object.field("index", index)
      object.field("failedFiles", failedFiles)
      object.field("problemCounts", problemCounts)
      object.field("problems", problems)
      object.field("watch", watch)
      object.field(ifPresent: "job", job)
    }
  }
}

extension StatusReport: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      version: try json.read("version"),
      process: try json.read("process"),
      user: try json.read("user"),
      socket: try json.read("socket"),
      uptimeSeconds: try json.read("uptimeSeconds"),
      archive: try json.read("archive"),
      index: try json.read("index"),
      failedFiles: try json.read("failedFiles"),
      problemCounts: try json.read(ifPresent: "problemCounts") ?? [],
      problems: try json.read("problems"),
      watch: try json.read("watch"),
      job: try json.read(ifPresent: "job")
    )
    api = try json.read("api")
  }
}
