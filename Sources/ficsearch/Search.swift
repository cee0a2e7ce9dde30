import FicPrinter
import FicWire

/// Asks for an answer to a query and prints it.
struct Search: Equatable {
  var session: Session
  var parameters: SearchParameters

  /// The numbers that `--limit` takes.
  static let limits = 1...1000

  /// The numbers that `--context` takes.
  static let contexts = 0...20

  /// Reads a command line of words and options in full, each value an argument of its own; nil
  /// where it holds anything else or anything wrong, or nothing to search for.
  ///
  /// Such a command line is the common one, and without a parser's tables it starts in half the
  /// time. What is left, and every mistake, is the parser's: it must read what this reads in the
  /// same way.
  init?(arguments: [String]) {
    var session = Session()
    var parameters = SearchParameters(query: "")
    var words: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-"), !QueryArguments.isQuery(argument) else {
        words.append(argument)
        continue
      }
      let isRead =
        Self.readFlag(argument, &session, &parameters)
        || rest.popFirst().map { value in
          !value.hasPrefix("-") && Self.readOption(argument, value, &session, &parameters)
        } ?? false
      guard isRead else { return nil }
    }
    guard words.contains(where: { !$0.isEmpty }) else { return nil }
    // By hand: the first `joined` of a process looks through all conformances, a tenth of a
    // millisecond.
    parameters.query = words.dropFirst().reduce(words[0]) { $0 + " " + $1 }
    self.init(session: session, parameters: parameters)
  }

  private static func readFlag(
    _ name: String,
    _ session: inout Session,
    _ parameters: inout SearchParameters
  ) -> Bool {
    switch name {
    case "--json": session.json = true
    case "--pager": session.usesPager = true
    case "--no-pager": session.usesPager = false
    case "--all-copies": parameters.copies = .all
    case "--kwic", "--count":
      let view: SearchParameters.View = name == "--kwic" ? .kwic : .count
      guard parameters.view == .lines || parameters.view == view else { return false }
      parameters.view = view
    default: return false
    }
    return true
  }

  private static func readOption(
    _ name: String,
    _ value: String,
    _ session: inout Session,
    _ parameters: inout SearchParameters
  ) -> Bool {
    switch name {
    case "--socket": session.socket = value
    case "--cursor": parameters.cursor = value
    case "--in": parameters.zone = value
    case "--color":
      guard let color = Session.ColorChoice(rawValue: value) else { return false }
      session.color = color
    case "--sort":
      guard let sort = SearchParameters.Sort(rawValue: value) else { return false }
      parameters.sort = sort
    case "--limit":
      guard let limit = Int(value), limits.contains(limit) else { return false }
      parameters.limit = limit
    case "--context":
      guard let context = Int(value), contexts.contains(context) else { return false }
      parameters.context = context
    case "--min-confidence":
      guard let confidence = Double(value), (0...1).contains(confidence) else { return false }
      parameters.minimumConfidence = confidence
    default: return false
    }
    return true
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
