import ArgumentParser
import FicWire

/// Says how the daemon and its index are.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say what is indexed, what is not and why."
  )

  @OptionGroup var options: CommonOptions

  @Flag(help: "Name all files that are not searchable, not only some for each reason.")
  var files = false

  func run() throws {
    let target = APIPath.status(listsFiles: files)
    try options.session.show(DaemonRequest(target: target))
  }
}
