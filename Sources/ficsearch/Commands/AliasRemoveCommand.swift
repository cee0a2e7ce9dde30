import ArgumentParser
import FicWire

/// Takes back that names are one person.
struct AliasRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take back aliases of NAME; all of them without ALIAS."
  )

  @OptionGroup var options: CommonOptions

  @Option(
    help: ArgumentHelp(
      "The work for which they were set. Default: those of all works.",
      valueName: "work"
    )
  )
  var work: String?

  @Flag(inversion: .prefixedNo, help: "Wait until what it concerns was read again.")
  var wait = true

  @Argument(help: "The name.")
  var name: String

  @Argument(help: "The aliases to take back.")
  var aliases: [String] = []

  func run() throws {
    let target = APIPath.aliases(name: name, aliases: aliases, work: work)
    try options.session.follow(DaemonRequest(method: "DELETE", target: target), waits: wait)
  }
}
