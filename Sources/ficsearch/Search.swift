import FicPrinter
import FicWire

/// Asks for an answer to a query and prints it.
struct Search {
  var session: Session
  var parameters: SearchParameters

  /// Creates a search with every option at its default; nil where the arguments hold an option or
  /// nothing to search for.
  ///
  /// A command line of words alone is the common one, and without a parser's tables it starts in a
  /// third of the time.
  init?(words: [String]) {
    guard words.contains(where: { !$0.isEmpty }), !words.contains(where: { $0.hasPrefix("-") })
    else { return nil }
    // By hand: the first `joined` of a process looks through all conformances, a tenth of a millisecond.
    let query = words.dropFirst().reduce(words[0]) { $0 + " " + $1 }
    self.init(session: Session(), parameters: SearchParameters(query: query))
  }

  /// Creates a search.
  init(session: Session, parameters: SearchParameters) {
    self.session = session
    self.parameters = parameters
  }

  /// Throws: `ExitStatus.none` where nothing was found; what `Answer` throws.
  func run() throws {
    let answer = Answer(session: session)
    let target = parameters.target
    let found =
      switch parameters.view {
      case .count: try answer.print(target, with: CountPrinter())
      case .kwic: try answer.print(target, with: ConcordancePrinter(style: session.style))
      case .lines: try answer.print(target, with: TextPrinter(style: session.style))
      }
    if found == 0 { throw ExitStatus.none }
  }
}
