import ArgumentParser
import FicWire

/// Lists what came into the archive, changed in it and went from it.
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "List what came, changed and went, the latest first."
  )

  @OptionGroup var options: CommonOptions

  @Option(
    help: ArgumentHelp(
      "From when on: a day, a time, a while (30m, 12h, 7d, 2w, 1y), or last.",
      discussion: "last is the last run that changed anything; 2024-05-01T12:30 is a time.",
      valueName: "when"
    )
  )
  var since = "last"

  @Option(help: ArgumentHelp("The most changes to list: 1 to 1000.", valueName: "n"))
  var limit: Int?

  func validate() throws {
    if let limit, !(1...1000).contains(limit) {
      throw ValidationError("--limit takes a number from 1 to 1000.")
    }
  }

  func run() throws {
    let target = APIPath.changes(since: since, limit: limit)
    try options.session.show(DaemonRequest(target: target))
  }
}
