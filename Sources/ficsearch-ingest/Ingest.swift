import ArgumentParser

/// The root command of the ingest worker.
@main
struct Ingest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ficsearch-ingest",
    abstract: "Parse fiction and write it to an index.",
    discussion:
      "The daemon starts it for each job; it also runs by hand, with or without a daemon.",
    version: "ficsearch-ingest 0.1.0",
    subcommands: [IndexCommand.self, CheckCommand.self, ParseCommand.self]
  )
}
