import ArgumentParser
import FicWire

/// Ceases to watch a query.
struct WatchRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Watch a query no longer; it stays saved."
  )

  @OptionGroup var options: CommonOptions

  @Argument(help: "The name.")
  var name: String

  func run() throws {
    let target = APIPath.named(APIPath.watches, name)
    try options.session.show(DaemonRequest(method: "DELETE", target: target))
  }
}
