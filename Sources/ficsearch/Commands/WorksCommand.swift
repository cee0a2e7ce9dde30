public import ArgumentParser
public import FicModel
import FicWire

/// Lists the works of the archive.
struct WorksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "works",
    abstract: "List the works of the archive, by what is known of them.",
    discussion: """
      Words are looked for in titles, authors, fandoms, tags, summaries and file names; fields narrow \
      the list: fandom: ship: char: tag: rating: warning: genre: status: lang: site: series: words: \
      chapters: updated: published: added:. With in:, from:, to: or with: words are looked for in the text.
      """
  )

  @OptionGroup var options: CommonOptions

  @Option(
    help: """
      The order: relevance, title, author, fandom, series, updated, published, added, words, chapters, random; the \
      latest and the longest first.
      """
  )
  var sort: WorksParameters.Sort = .relevance

  @Option(help: ArgumentHelp("The same works by lot again: 0 or more.", valueName: "n"))
  var seed: Int?

  @Flag(help: "Turn the order round.")
  var reverse = false

  @Flag(help: "List copies of listed works too, instead of counting them.")
  var allCopies = false

  @Flag(help: "Print the summaries, too.")
  var long = false

  @Flag(help: "Take words of the text as written, without their inflections.")
  var exact = false

  @Option(help: ArgumentHelp("The most works to list: 1 to 1000.", valueName: "n"))
  var limit: Int?

  @Option(help: "Go on where a list ended; it names the value.")
  var cursor: String?

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("Words and fields; all works without.", valueName: "query")
  )
  var query: [String] = []

  func validate() throws {
    if let limit, !(1...1000).contains(limit) {
      throw ValidationError("--limit takes a number from 1 to 1000.")
    }
    if let seed, seed < 0 { throw ValidationError("--seed takes a number from 0 on.") }
    if let option = QueryArguments(query).unknownOption {
      throw ValidationError("Unknown option \(option). A query that begins so goes behind '--'.")
    }
  }

  func run() throws {
    try options.session.show(DaemonRequest(target: parameters.target))
  }

  /// What the daemon is asked.
  var parameters: WorksParameters {
    var parameters = WorksParameters(
      query: QueryArguments(query).text,
      sort: sort,
      isReversed: reverse,
      limit: limit,
      cursor: cursor,
      copies: allCopies ? .all : .fold,
      isExact: exact
    )
    parameters.seed = seed
    parameters.isLong = long
    return parameters
  }
}

extension WorksSort: ExpressibleByArgument {}
