import ArgumentParser
import FicWire

/// Shows what is known of a work.
struct WorkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work",
    abstract: "Show what is known of a work: facts and where they come from, summary, tags, copies."
  )

  @OptionGroup var options: CommonOptions

  @Argument(help: "Words of the work's title, or its id.")
  var work: [String]

  func run() throws {
    let target = APIPath.work(id: work.joined(separator: " "))
    try options.session.show(DaemonRequest(target: target))
  }
}
