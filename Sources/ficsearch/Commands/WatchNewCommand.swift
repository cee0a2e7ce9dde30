import ArgumentParser
import FicWire

/// Shows what is new.
struct WatchNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Show the lines that came since this was last asked, of one watched query or of all."
  )

  @OptionGroup var options: CommonOptions

  @Flag(help: "Only look: the lines are new the next time, too.")
  var look = false

  @Argument(help: "The name; all without.")
  var name: String?

  func run() throws {
    try options.session.show(
      DaemonRequest(
        method: "POST",
        target: APIPath.watches,
        body: APIPath.newLines(of: name, isLook: look)
      )
    )
  }
}
