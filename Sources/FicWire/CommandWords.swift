/// A command line that asks what some parameters ask, to be shown to people.
public struct CommandWords: Hashable, Sendable {
  /// The first words that are no query.
  public static let subcommands: Set<String> = [
    "search", "count", "dispersion", "collocates", "reindex", "status", "works", "work", "cast",
    "timeline", "called", "alias", "fix", "save", "watch", "show", "open", "changes", "forget",
    "mcp", "web", "complete", "help",
  ]

  /// The program with what belongs to it, and options; those that a shell would take apart are
  /// quoted.
  private var start: String
  private var options: [String] = []

  /// The words behind the program; empty where there are none.
  private let query: String

  /// Starts with the program and what belongs to it.
  public init(_ start: String, query: String = "") {
    self.start = start
    self.query = query
  }

  /// The command line.
  ///
  /// The query stands in front, but behind `--` where it could be taken for an option or a
  /// subcommand.
  public var text: String {
    if query.isEmpty { return ([start] + options).joined(separator: " ") }
    let quoted = Self.quoted(query)
    let isPlain = query.utf8.first != UInt8(ascii: "-") && !Self.subcommands.contains(query)
    let words = isPlain ? [start, quoted] + options : [start] + options + ["--", quoted]
    return words.joined(separator: " ")
  }

  /// A word as an argument of a shell, in single quotes.
  public static func quoted(_ text: String) -> String {
    var quoted = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { quoted += "'\\''" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
  }

  /// Adds an option with its value, unless that is nil; the value needs no quotes.
  public mutating func append(option: String, _ value: String?) {
    if let value { options += [option, value] }
  }

  /// Adds an option with its value, quoted.
  public mutating func append(option: String, quoted value: String) {
    options += [option, Self.quoted(value)]
  }

  /// Adds an option without a value, if it is set.
  public mutating func append(flag: String, _ isSet: Bool) {
    if isSet { options.append(flag) }
  }
}
