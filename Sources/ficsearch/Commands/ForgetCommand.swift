import ArgumentParser
import FicWire

/// Removes what is gone from the archive and was kept.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Forget chapters and works that are gone from the archive and were kept.",
    discussion: """
      A chapter that vanishes from a file that is still there stays searchable, marked as removed, and \
      so does a file that is gone where archive.keepRemoved says so. A REF of such a chapter forgets \
      that; a work's id or title all that is kept of it. What the archive has cannot be forgotten.
      """
  )

  @OptionGroup var options: CommonOptions

  @Flag(inversion: .prefixedNo, help: "Wait until it is forgotten.")
  var wait = true

  @Argument(help: ArgumentHelp("REFs, ids or titles.", valueName: "ref|work"))
  var what: [String]

  func validate() throws {
    guard what.count <= ForgetRequest.maximum else {
      throw ValidationError("At most \(ForgetRequest.maximum) can be forgotten at once.")
    }
  }

  func run() throws {
    let request = ForgetRequest(forget: what)
    try options.session.follow(
      DaemonRequest(method: "POST", target: APIPath.forget, body: request.items),
      waits: wait
    )
  }
}
