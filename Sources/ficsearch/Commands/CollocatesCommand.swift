import ArgumentParser
import FicWire

/// Lists the words that stand beside matches.
struct CollocatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collocates",
    abstract: "List the words that stand beside a word more often than elsewhere.",
    discussion: """
      Dunning's log-likelihood says how sure that is: from 10.83 on, chance does it once in a \
      thousand words.
      """
  )

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("How many words on either side: 1 to 50.", valueName: "n"))
  var window = CollocateParameters.defaultWindow

  @Option(help: ArgumentHelp("How often a word must stand there.", valueName: "n"))
  var minimum = CollocateParameters.defaultMinimum

  @Option(help: ArgumentHelp("The most words to list: 1 to 1000.", valueName: "n"))
  var limit: Int?

  @OptionGroup var scope: ScopeOptions

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("Words, \"phrases\" and fields; see QuerySyntax.md.", valueName: "query")
  )
  var query: [String] = []

  func validate() throws {
    if !CollocateParameters.windows.contains(window) {
      throw ValidationError("--window takes a number from 1 to 50.")
    }
    if minimum < 1 { throw ValidationError("--minimum takes a number from 1 on.") }
    try QueryArguments(query).validate(limit: limit)
  }

  func run() throws {
    let asked = CollocateParameters(
      scope.parameters(query: QueryArguments(query).text, limit: limit),
      window: window,
      minimum: minimum
    )
    try options.session.show(DaemonRequest(target: asked.target))
  }
}
