import ArgumentParser
import FicWire

/// Lists who is in a work.
struct CastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cast",
    abstract: "List who is in a work: lines, scenes, who talks with whom."
  )

  @OptionGroup var options: CommonOptions

  @Option(help: "Only those with this name.")
  var name: String?

  @Argument(help: "Words of the work's title, or its id; all works without.")
  var work: [String] = []

  func run() throws {
    let target = APIPath.cast(work: work.joined(separator: " "), name: name ?? "")
    try options.session.show(DaemonRequest(target: target))
  }
}
