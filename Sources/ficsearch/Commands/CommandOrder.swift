import ArgumentParser

/// Brings the name of a subcommand to the front of a command line, so that options may stand before
/// it: `ficsearch --socket S status`.
struct CommandOrder {
  /// The command line with the subcommand first.
  let arguments: [String]

  /// Orders a command line.
  init(_ arguments: [String]) {
    let commands = Ficsearch.configuration.subcommands
    let ordered = Self.ordered(arguments, among: commands) { ["search"] + $0 + ["x"] }
    let own = commands.first { $0.configuration.commandName == ordered.first }
    guard let name = ordered.first, let inner = own?.configuration.subcommands, !inner.isEmpty
    else {
      self.arguments = ordered
      return
    }
    let rest = Self.ordered(Array(ordered.dropFirst()), among: inner) { [name, "list"] + $0 }
    self.arguments = ordered.prefix(1) + rest
  }

  /// The arguments with the first that is no option in front, if it names a command.
  ///
  /// What stands before it are options if the parser of searches takes it for options; where it
  /// cannot read it, if each word that is none stands behind one.
  private static func ordered(
    _ arguments: [String],
    among commands: [any ParsableCommand.Type],
    probe: ([String]) -> [String]
  ) -> [String] {
    let names = Set(commands.compactMap { $0.configuration.commandName })
    guard let first = arguments.first, first.hasPrefix("--"), first != "--" else {
      return arguments
    }
    for index in arguments.prefix(while: { $0 != "--" }).indices
    where names.contains(arguments[index]) {
      let before = Array(arguments[..<index])
      guard isOptions(probe(before)) ?? hasShapeOfOptions(before) else { continue }
      return [arguments[index]] + before + arguments[(index + 1)...]
    }
    return arguments
  }

  private static func hasShapeOfOptions(_ words: [String]) -> Bool {
    zip([""] + words, words).allSatisfy { before, word in
      word.hasPrefix("--") || before.hasPrefix("--")
    }
  }

  /// Whether the parser takes all but the probe for options; nil where it cannot read it.
  private static func isOptions(_ probe: [String]) -> Bool? {
    guard let command = try? Ficsearch.parseAsRoot(probe) else { return nil }
    guard let search = command as? SearchCommand else {
      return command is AliasListCommand || command is WatchListCommand
    }
    return search.query == ["x"]
  }
}
