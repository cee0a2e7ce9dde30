import ArgumentParser
import FicWire

/// Makes several people of one.
struct AliasSplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Say that NAME and each OTHER are people of their own."
  )

  @OptionGroup var options: AliasOptions

  @Argument(help: "The name that stays.")
  var name: String

  @Argument(help: ArgumentHelp("The names that mean somebody else.", valueName: "other"))
  var others: [String]

  func run() throws { try options.ask(.split, name, others) }
}
