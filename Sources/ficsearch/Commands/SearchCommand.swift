public import ArgumentParser
public import FicWire

/// Searches the archive.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the archive (the default)."
  )

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
      (the work updated last first); of a concordance left or right, by the words beside.
      """
  )
  var sort: SearchParameters.Sort = .works

  @Option(
    help: ArgumentHelp("Lines of context before and after each line: 0 to 20.", valueName: "n")
  )
  var context = 0

  @Flag(help: "Print long lines whole.")
  var full = false

  @Option(
    help: ArgumentHelp(
      "Characters on either side of a match in a concordance: 1 to 1000.",
      valueName: "n"
    )
  )
  var width: Int?

  @Option(help: ArgumentHelp("Print so many hits, drawn by lot: 1 to 1000.", valueName: "n"))
  var sample: Int?

  @Option(help: ArgumentHelp("What decides the lot: 0 or more.", valueName: "n"))
  var seed = 0

  @OptionGroup var scope: ScopeOptions

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("Words, \"phrases\" and fields; see QuerySyntax.md.", valueName: "query")
  )
  var query: [String] = []

  func validate() throws {
    if !(0...SearchParameters.maximumContext).contains(context) {
      throw ValidationError("--context takes a number from 0 to 20.")
    }
    if let width, !SearchParameters.margins.contains(width) {
      throw ValidationError("--width takes a number from 1 to 1000.")
    }
    if let sample, !(1...1000).contains(sample) {
      throw ValidationError("--sample takes a number from 1 to 1000.")
    }
    if seed < 0 { throw ValidationError("--seed takes a number from 0 on.") }
    if (sort == .left || sort == .right) && !kwic {
      throw ValidationError("--sort \(sort.rawValue) is an order of --kwic.")
    }
    if kwic && count { throw ValidationError("--kwic and --count exclude each other.") }
    try QueryArguments(query).validate(limit: limit)
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
    var asked = scope.parameters(query: QueryArguments(query).text, limit: limit)
    asked.cursor = cursor
    asked.sort = sort
    asked.context = context
    asked.isFull = full
    asked.margin = width
    asked.sample = sample
    asked.seed = seed
    asked.view = count ? .count : kwic ? .kwic : .lines
    return asked
  }
}

extension SearchParameters.Sort: ExpressibleByArgument {}
