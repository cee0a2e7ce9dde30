import ArgumentParser
import FicWire

/// Shows where somebody appears.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Show in which chapters somebody appears: first, last, gaps."
  )

  @OptionGroup var options: CommonOptions

  @Option(help: "Only in this work: words of its title, or its id.")
  var work: String?

  @Option(help: ArgumentHelp("The most people to show: 1 to 1000.", valueName: "n"))
  var limit: Int?

  @Argument(help: "The name.")
  var name: [String]

  func validate() throws {
    if let limit, !(1...1000).contains(limit) {
      throw ValidationError("--limit takes a number from 1 to 1000.")
    }
  }

  func run() throws {
    let asked = CastParameters(
      work: work ?? "",
      name: name.joined(separator: " "),
      view: .timeline,
      limit: limit
    )
    try options.session.show(DaemonRequest(target: asked.target))
  }
}
