import ArgumentParser
import FicWire
import Glibc

/// Brings the index up to date with the archive.
struct ReindexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reindex",
    abstract: "Index what is new, changed or gone in the archive.",
    discussion: """
      Files whose size, times and inode are as before are not read. On a terminal it shows a
      line of progress; with --json it prints each step as an object.
      """
  )

  @OptionGroup var options: CommonOptions

  @Flag(help: "Read every file, changed or not.")
  var all = false

  @Flag(
    help: "Make the full-text tables and lists anew from the stored texts before, which takes long."
  )
  var rebuild = false

  @Flag(help: "Let go of what was in folders that are empty now; else their disk may be away.")
  var gone = false

  @Flag(inversion: .prefixedNo, help: "Wait until the job has ended.")
  var wait = true

  @Argument(help: "Files and folders of the archive; the whole archive without.")
  var paths: [String] = []

  func run() throws {
    let request = ReindexRequest(
      paths: paths.map(Self.absolute),
      all: all,
      rebuild: rebuild,
      gone: gone
    )
    try options.session.follow(
      DaemonRequest(method: "POST", target: APIPath.reindex, body: request.items),
      waits: wait
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
