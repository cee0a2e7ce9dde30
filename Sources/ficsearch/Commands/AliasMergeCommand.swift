import ArgumentParser
import FicWire

/// Makes one person of several.
struct AliasMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Say that NAME and each OTHER are one person, with all that is set of them."
  )

  @OptionGroup var options: AliasOptions

  @Argument(help: "The name to show.")
  var name: String

  @Argument(help: ArgumentHelp("The names that mean the same person.", valueName: "other"))
  var others: [String]

  func run() throws { try options.ask(.merge, name, others) }
}
