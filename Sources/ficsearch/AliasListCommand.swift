import ArgumentParser
import FicClient
import FicModel
import FicPrinter
import FicWire

/// Lists the user's aliases.
struct AliasListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what is set, and what in the alias files is not understood."
  )

  @OptionGroup var options: CommonOptions

  @Option(
    help: ArgumentHelp("Only what holds in the work of this title or id.", valueName: "work")
  )
  var work: String?

  func run() throws {
    let session = options.session
    var listing = AliasListing()
    var screen = ""
    try session.client.lines(target: APIPath.aliases(work: work)) { line in
      try listing.append(line: JSONValue(line))
      if session.json { screen += String(decoding: line, as: UTF8.self) + "\n" }
    }
    if !session.json { AliasPrinter(style: session.style).print(listing, to: &screen) }
    session.show(screen)
    if listing.aliases.isEmpty { throw ExitStatus.none }
  }
}
