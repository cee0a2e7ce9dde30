public import ArgumentParser
public import FicModel
import FicWire

/// Counts matches part by part.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count matches by work, chapter, speaker and more, with rates per 10,000 words.",
    discussion: """
      Rates are of the words that the query looks into: of one zone, of the lines of one speaker, of \
      the works that a field leaves.
      """
  )

  @OptionGroup var options: CommonOptions

  @Option(
    help: ArgumentHelp(
      "Count by work, chapter, scene, speaker, addressee, zone, author, fandom or year.",
      valueName: "part"
    )
  )
  var by: CountKey = .work

  @Option(help: ArgumentHelp("The most parts to list: 1 to 1000.", valueName: "n"))
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
    try options.session.show(DaemonRequest(target: parameters.target))
  }

  /// What the daemon is asked.
  var parameters: CountParameters {
    CountParameters(
      scope.parameters(query: QueryArguments(query).text, limit: limit),
      by: by
    )
  }
}

extension CountKey: ExpressibleByArgument {}
