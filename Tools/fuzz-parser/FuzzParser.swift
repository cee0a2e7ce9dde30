import ArgumentParser

/// Hurts the parser and the readers, for those who work on them.
@main
struct FuzzParser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz-parser",
    abstract: "Run the parser and the readers over inputs that are made to hurt them.",
    subcommands: [TextsCommand.self, ReadersCommand.self],
    defaultSubcommand: TextsCommand.self
  )
}
