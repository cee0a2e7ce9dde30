import ArgumentParser
import FicWire

/// Says that names are one person.
struct AliasAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Say that NAME is also called each ALIAS."
  )

  @OptionGroup var options: AliasOptions

  @Argument(help: "The name to show.")
  var name: String

  @Argument(
    help: "Other names of the same person; without any, NAME is kept apart from other names."
  )
  var aliases: [String] = []

  func run() throws { try options.ask(.add, name, aliases) }
}
