import ArgumentParser
import FicWire

/// Lists the user's aliases.
struct AliasListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what is set, and what in the alias files is not understood."
  )

  @OptionGroup var options: CommonOptions

  @Option(
    help: ArgumentHelp("Only what holds in the work of this title or id.", valueName: "work")
  )
  var work: String?

  func run() throws {
    try options.session.show(DaemonRequest(target: APIPath.aliases(work: work)))
  }
}
