import ArgumentParser

/// Measures an index file, for those who work on it.
@main
struct BenchIndex: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-index",
    abstract: "Measure searches in an index, and changes of it, in this process.",
    subcommands: [SearchCommand.self, UpdatesCommand.self],
    defaultSubcommand: SearchCommand.self
  )
}
