import ArgumentParser
import FicWire

/// Lists what others call somebody.
struct CalledCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "called",
    abstract: "List what others call somebody, who does, and a line of each."
  )

  @OptionGroup var options: CommonOptions

  @Option(help: "Only in this work: words of its title, or its id.")
  var work: String?

  @Option(help: ArgumentHelp("The most people to list: 1 to 1000.", valueName: "n"))
  var limit: Int?

  @Argument(help: "The name.")
  var name: [String]

  func validate() throws {
    if let limit, !(1...1000).contains(limit) {
      throw ValidationError("--limit takes a number from 1 to 1000.")
    }
  }

  func run() throws {
    let asked = CalledParameters(
      name: name.joined(separator: " "),
      work: work ?? "",
      limit: limit
    )
    try options.session.show(DaemonRequest(target: asked.target))
  }
}
