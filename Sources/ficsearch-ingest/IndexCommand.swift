import ArgumentParser
import FicFormats
import FicIndex
import FicIndexSQLite
import FicIngest
import FicModel
import FoundationEssentials
import Glibc

/// Brings an index up to date with an archive, once.
struct IndexCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Index what is new, changed or gone in an archive.",
    discussion: """
      Exit status: 0 done, though files may have failed; 2 error, such as an archive that is not there; 75 another writer has the index, or \
      the run was stopped and goes on next time.
      """
  )

  /// How to report.
  enum ProgressForm: String, ExpressibleByArgument, CaseIterable {
    case auto, json
  }

  @Option(
    help: ArgumentHelp("A folder of the archive; may be given several times.", valueName: "folder")
  )
  var archive: [String] = []

  @Option(help: ArgumentHelp("The index file; it is made if it is not there.", valueName: "file"))
  var index: String

  @Option(
    help: ArgumentHelp(
      "A file of aliases; may be given several times.",
      discussion: "The one beside the index, index.aliases for index.sqlite, is read in any case.",
      valueName: "file"
    )
  )
  var aliases: [String] = []

  @Flag(help: "Read every file, changed or not.")
  var all = false

  @Flag(help: "Make the full-text tables and lists anew from the stored texts before.")
  var rebuild = false

  @Flag(help: "Keep the text of files that have gone.")
  var keepRemoved = false

  @Flag(help: "Let go of what was in folders that are empty now.")
  var gone = false

  @Option(
    help: ArgumentHelp(
      "Remove the kept text of a chapter or work that is gone; may be given several times.",
      discussion: "What the archive still has is not removed.",
      valueName: "ref"
    )
  )
  var forget: [String] = []

  @Option(help: ArgumentHelp("Works to read at once; 0 for as many as cores.", valueName: "n"))
  var jobs = 0

  @Option(help: ArgumentHelp("The size above which a file is refused.", valueName: "bytes"))
  var maxFileBytes = ChapterFile.defaultByteLimit

  @Option(help: "auto: a line of progress on a terminal, else JSON Lines; json: JSON Lines.")
  var progress: ProgressForm = .auto

  @Argument(help: "Files and folders of the archive to look at; all of it without.")
  var paths: [String] = []

  /// How many bytes are read between two times that memory is given back: seconds.
  private static let trimInterval = 4 << 20

  func validate() throws {
    guard !archive.isEmpty else { throw ValidationError("Which archive? Name it with --archive.") }
    guard jobs >= 0 else { throw ValidationError("--jobs takes a number from 0.") }
    guard maxFileBytes > 0 else { throw ValidationError("--max-file-bytes takes a number from 1.") }
  }

  func run() async throws {
    StopSignal.install()
    let output = EventOutput(isScreen: progress == .auto && isatty(STDOUT_FILENO) == 1)
    do {
      try await run(output)
    } catch let error as IndexError {
      try fail(
        error.problem,
        output,
        code: error.isRetriable ? WorkerExit.tryAgain : WorkerExit.error
      )
    } catch is CancellationError {
      let problem = Problem(
        code: "stopped",
        status: 503,
        detail: "the run was stopped before its end",
        hint: "run it again; it goes on where it stopped"
      )
      try fail(problem, output, code: WorkerExit.tryAgain)
    }
  }

  private func run(_ output: EventOutput) async throws {
    if let problem = archiveProblem { try fail(problem, output, code: WorkerExit.error) }
    try FullTextEngine.check()
    try FileManager.default.createDirectory(
      atPath: URL(filePath: index).deletingLastPathComponent().path,
      withIntermediateDirectories: true
    )
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let jobs = jobs == 0 ? cores : jobs
    Allocator.prepare(jobs: jobs)
    var untrimmed = Self.trimInterval
    var run = IngestRun(
      options: IngestOptions(
        archive: archive.map(Self.absolute),
        paths: paths.map(Self.absolute),
        readsAll: all,
        rebuilds: rebuild,
        maximumFileBytes: maxFileBytes,
        jobs: jobs,
        keepsRemoved: keepRemoved,
        forgetsEmptyFolders: gone,
        forgets: forget,
        aliases: aliases.map(Self.absolute),
        ownAliases: UserFile.path(besideIndex: index, AliasFile.kind),
        corrections: UserFile.path(besideIndex: index, CorrectionFile.kind)
      ),
      writer: try SQLiteIndexWriter(path: index, threads: jobs),
      report: { event in
        output.write(event)
        if case .progress(let progress) = event, progress.bytesDone >= untrimmed {
          untrimmed = progress.bytesDone + Self.trimInterval
          Allocator.trim()
        }
      },
      isStopped: { StopSignal.hasCome }
    )
    _ = try await run.run()
  }

  /// Why there is nothing to index: no folder of the archive can be read.
  ///
  /// One of several that is missing is reported and leaves the others to be read.
  private var archiveProblem: Problem? {
    var causes: [String] = []
    for folder in archive {
      if let stream = unsafe opendir(folder) {
        unsafe closedir(stream)
        return nil
      }
      let cause = unsafe strerror(errno).map { unsafe String(cString: $0) }
      causes.append("'\(folder)': \(cause ?? "it cannot be opened")")
    }
    return Problem(
      code: "archive_unreadable",
      status: 500,
      detail: "no folder of the archive can be read: \(causes.joined(separator: "; "))",
      hint: "check that it exists, is mounted, and that the daemon's user may read it"
    )
  }

  private func fail(_ problem: Problem, _ output: EventOutput, code: ExitCode) throws -> Never {
    output.write(.failure(problem))
    var text = "ficsearch-ingest: \(problem.detail)\n"
    if let hint = problem.hint { text += "  hint: \(hint)\n" }
    ProcessOutput.standardError.write(text)
    throw code
  }

  /// The path from the root; of a file that is gone, without resolving links.
  private static func absolute(_ path: String) -> String {
    if let resolved = unsafe realpath(path, nil) {
      defer { unsafe free(resolved) }
      return unsafe String(cString: resolved)
    }
    if path.hasPrefix("/") { return path }
    return FileManager.default.currentDirectoryPath + "/" + path
  }
}
