import ArgumentParser

/// Measures a daemon that runs, for those who work on it.
@main
struct BenchDaemon: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-daemon",
    abstract: "Measure how fast a running daemon answers.",
    discussion: """
      QUERIES has a line for each query: a class, a kind (word, and, phrase, prefix, near, query) and \
      the words, with tabs between. Figures are JSON, times in microseconds. Build it in release, and \
      see Scripts/bench-daemon, which starts the daemons.
      """,
    subcommands: [LatencyCommand.self, LoadCommand.self, SpawnCommand.self]
  )
}
