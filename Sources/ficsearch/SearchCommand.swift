import ArgumentParser
import FicWire

/// Searches the archive.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the archive (the default)."
  )

  /// The order of hits.
  enum Sort: String, ExpressibleByArgument, CaseIterable {
    case newest, relevance, story, works
  }

  @OptionGroup var options: CommonOptions

  @Flag(help: "Print a concordance: each match on a line, in its context.")
  var kwic = false

  @Flag(help: "Print how many matches, scenes, chapters and works there are.")
  var count = false

  @Option(help: ArgumentHelp("The most lines to print: 1 to 1000.", valueName: "n"))
  var limit: Int?

  @Option(help: "Go on where an answer ended; it names the value.")
  var cursor: String?

  @Option(
    help: """
      The order: works (the most relevant work first, then as read), relevance, story, newest \
      (the work updated last first).
      """
  )
  var sort: Sort = .works

  @Option(
    help: ArgumentHelp("Lines of context before and after each line: 0 to 20.", valueName: "n")
  )
  var context = 0

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "Where to look: story, dialogue, narration, thought, notes, summary or all.",
      valueName: "zone"
    )
  )
  var zone: String?

  @Option(
    help: ArgumentHelp("The least confidence of who speaks: 0 to 1.", valueName: "figure")
  )
  var minConfidence: Double?

  @Flag(help: "Show copies of works that answer too, instead of counting them.")
  var allCopies = false

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("Words, \"phrases\" and fields; see QuerySyntax.md.", valueName: "query")
  )
  var query: [String] = []

  func validate() throws {
    if let limit, !Search.limits.contains(limit) {
      throw ValidationError("--limit takes a number from 1 to 1000.")
    }
    if !Search.contexts.contains(context) {
      throw ValidationError("--context takes a number from 0 to 20.")
    }
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence takes a figure from 0 to 1.")
    }
    if kwic && count { throw ValidationError("--kwic and --count exclude each other.") }
    if query.allSatisfy(\.isEmpty) {
      throw ValidationError("What to search? For example: ficsearch \"Smith\".")
    }
    if let option = QueryArguments(query).unknownOption {
      throw ValidationError("Unknown option \(option). A query that begins so goes behind '--'.")
    }
  }

  func run() throws {
    try Search(session: options.session, parameters: parameters).run()
  }

  /// What the daemon is asked.
  var parameters: SearchParameters {
    SearchParameters(
      query: QueryArguments(query).text,
      limit: limit,
      cursor: cursor,
      sort: .init(rawValue: sort.rawValue) ?? .works,
      context: context,
      view: count ? .count : kwic ? .kwic : .lines,
      minimumConfidence: minConfidence,
      zone: zone,
      copies: allCopies ? .all : .fold
    )
  }
}
