import ArgumentParser

/// Queries of which one wants to know what is new.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Watch queries: show the lines that came since it was last asked.",
    discussion: """
        ficsearch watch add proposals '"marry me"'
        ficsearch reindex
        ficsearch watch new
        ficsearch watch list
      """,
    subcommands: [
      WatchAddCommand.self, WatchListCommand.self, WatchNewCommand.self, WatchRemoveCommand.self,
    ]
  )
}
