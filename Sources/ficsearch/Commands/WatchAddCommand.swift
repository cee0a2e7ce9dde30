import ArgumentParser
import FicWire

/// Begins to watch a query.
struct WatchAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Watch a query under a name; what it finds now is not new."
  )

  @OptionGroup var options: CommonOptions

  @Argument(help: "The name: letters, digits, - and _.")
  var name: String

  @Argument(help: "The query.")
  var query: [String]

  func run() throws {
    try options.session.show(
      DaemonRequest(
        method: "PUT",
        target: APIPath.watches,
        body: APIPath.namedQuery(name, query.joined(separator: " "))
      )
    )
  }
}
