import ArgumentParser
import FicWire

/// Shows where somebody appears.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Show in which chapters somebody appears: first, last, gaps."
  )

  @OptionGroup var options: CommonOptions

  @OptionGroup var person: PersonOptions

  func run() throws {
    let asked = CastParameters(
      work: person.work ?? "",
      name: person.name,
      view: .timeline,
      upto: person.border.upto,
      limit: person.limit
    )
    try options.session.show(DaemonRequest(target: asked.target))
  }
}
