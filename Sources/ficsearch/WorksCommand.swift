import ArgumentParser
import FicPrinter
import FicWire

/// Lists the works of the archive.
struct WorksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "works",
    abstract: "List the works of the archive."
  )

  @OptionGroup var options: CommonOptions

  @Flag(help: "List copies of listed works too, instead of counting them.")
  var allCopies = false

  @Argument(help: "Words of the title or the author; all works without.")
  var words: [String] = []

  func run() throws {
    let session = options.session
    let target = APIPath.works(
      words: words.joined(separator: " "),
      copies: allCopies ? .all : .fold
    )
    let found = try Answer(session: session).print(target, with: WorksPrinter(style: session.style))
    if found == 0 { throw ExitStatus.none }
  }
}
