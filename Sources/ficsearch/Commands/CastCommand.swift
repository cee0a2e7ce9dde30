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

  @Option(help: ArgumentHelp("The most people to list: 1 to 1000.", valueName: "n"))
  var limit: Int?

  @Argument(help: "Words of the work's title, or its id; all works without.")
  var work: [String] = []

  func validate() throws {
    if let limit, !(1...1000).contains(limit) {
      throw ValidationError("--limit takes a number from 1 to 1000.")
    }
  }

  func run() throws {
    let target = APIPath.cast(work: work.joined(separator: " "), name: name ?? "", limit: limit)
    try options.session.show(DaemonRequest(target: target))
  }
}
