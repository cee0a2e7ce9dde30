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
        ficsearch alias merge "Edwin Smith" "Agent Smith" --work lock-in
        ficsearch alias split "Mr. Moss" "Old Moss" --work lock-in

      Each says first whom it concerns, and how many lines they say; with --dry-run that is all.
      Two names that are each added are two people, even where the text suggests one.
      """,
    subcommands: [
      AliasListCommand.self, AliasAddCommand.self, AliasRemoveCommand.self,
      AliasMergeCommand.self, AliasSplitCommand.self,
    ]
  )
}
