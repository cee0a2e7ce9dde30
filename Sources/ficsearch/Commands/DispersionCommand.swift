import ArgumentParser
import FicWire

/// Shows how evenly matches lie in works.
struct DispersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispersion",
    abstract: "Show how evenly matches lie in each work: a bar a chapter.",
    discussion: "Juilland's D and Gries's deviation of proportions stand below each work."
  )

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("The most works to show: 1 to 1000.", valueName: "n"))
  var limit: Int?

  @OptionGroup var scope: ScopeOptions

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("Words, \"phrases\" and fields; see QuerySyntax.md.", valueName: "query")
  )
  var query: [String] = []

  func validate() throws {
    try QueryArguments(query).validate(limit: limit)
  }

  func run() throws {
    let asked = scope.parameters(query: QueryArguments(query).text, limit: limit)
    let target = APIPath.target(APIPath.dispersion, asked.items)
    try options.session.show(DaemonRequest(target: target))
  }
}
