import ArgumentParser
import FicWire

/// Lists what others call somebody.
struct CalledCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "called",
    abstract: "List what others call somebody, who does, and a line of each."
  )

  @OptionGroup var options: CommonOptions

  @OptionGroup var person: PersonOptions

  func run() throws {
    let asked = CalledParameters(
      name: person.name,
      work: person.work ?? "",
      upto: person.border.upto,
      limit: person.limit
    )
    try options.session.show(DaemonRequest(target: asked.target))
  }
}
