import ArgumentParser
import FicWire

/// Says that names are one person.
struct AliasAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Say that NAME is also called each ALIAS."
  )

  @OptionGroup var options: CommonOptions

  @Option(
    help: ArgumentHelp(
      "The work in which this holds: its title, a part of it, or its id. Default: all works.",
      valueName: "work"
    )
  )
  var work: String?

  @Flag(inversion: .prefixedNo, help: "Wait until what it concerns was read again.")
  var wait = true

  @Argument(help: "The name to show.")
  var name: String

  @Argument(
    help: "Other names of the same person; without any, NAME is kept apart from other names."
  )
  var aliases: [String] = []

  func run() throws {
    let request = AliasRequest(name: name, aliases: aliases, work: work)
    try options.session.follow(
      DaemonRequest(method: "PUT", target: APIPath.aliases, body: request.items),
      waits: wait
    )
  }
}
