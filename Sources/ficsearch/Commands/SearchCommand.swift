public import ArgumentParser
public import FicWire

/// Searches the archive.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the archive (the default)."
  )

  /// The numbers that `--limit` takes.
  private static let limits = 1...1000

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
  var sort: SearchParameters.Sort = .works

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

  @Flag(help: "Take words of the text as written, without their inflections.")
  var exact = false

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("Words, \"phrases\" and fields; see QuerySyntax.md.", valueName: "query")
  )
  var query: [String] = []

  func validate() throws {
    if let limit, !Self.limits.contains(limit) {
      throw ValidationError("--limit takes a number from 1 to 1000.")
    }
    if !(0...SearchParameters.maximumContext).contains(context) {
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
    try options.session.show(DaemonRequest(target: parameters.target))
  }

  /// Says below an answer without hits that a word may have been meant for a command.
  func hintAtCommand() {
    guard query.count == 1, let word = query.first, options.session.form == .text else { return }
    let names = Ficsearch.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let name = names.first(where: { Self.isTypedWrong(word, for: $0) }) else { return }
    StandardError.write("Did you mean the command 'ficsearch \(name)'?\n")
  }

  /// Whether a word is a name but for one letter that is missing, too much, another or at the place
  /// of the next.
  static func isTypedWrong(_ word: String, for name: String) -> Bool {
    let (left, right) = (Array(word.utf8), Array(name.utf8))
    guard abs(left.count - right.count) <= 1, left != right else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let (first, second) = (left[start...], right[start...])
    return first.dropFirst() == second || first == second.dropFirst()
      || first.dropFirst().elementsEqual(second.dropFirst())
      || first.count > 1 && second.count > 1 && first[start] == second[start + 1]
        && first[start + 1] == second[start]
        && first.dropFirst(2).elementsEqual(second.dropFirst(2))
  }

  /// What the daemon is asked.
  var parameters: SearchParameters {
    SearchParameters(
      query: QueryArguments(query).text,
      limit: limit,
      cursor: cursor,
      sort: sort,
      context: context,
      view: count ? .count : kwic ? .kwic : .lines,
      minimumConfidence: minConfidence,
      zone: zone,
      copies: allCopies ? .all : .fold,
      isExact: exact
    )
  }
}

extension SearchParameters.Sort: ExpressibleByArgument {}
