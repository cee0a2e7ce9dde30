import ArgumentParser

/// The user's own aliases of characters.
struct AliasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alias",
    abstract: "Say which names are one person.",
    discussion: """
      What you say overrules what was found in the text. The works that it concerns are read again.

        ficsearch alias add "Edwin Smith" "Agent Smith" "the tall agent" --work lock-in
        ficsearch alias list
        ficsearch alias remove "Edwin Smith" "the tall agent" --work lock-in

      Two names that are each added are two people, even where the text suggests one:
      'ficsearch alias add "Mr. Moss"' needs no alias for that.
      """,
    subcommands: [AliasListCommand.self, AliasAddCommand.self, AliasRemoveCommand.self]
  )
}
