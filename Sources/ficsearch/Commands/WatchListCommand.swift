import ArgumentParser
import FicWire

/// Lists what is watched.
struct WatchListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what is watched, and how many new lines each has."
  )

  @OptionGroup var options: CommonOptions

  func run() throws { try options.session.show(DaemonRequest(target: APIPath.watches)) }
}
