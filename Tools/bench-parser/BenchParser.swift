import ArgumentParser

/// Measures the parser, for those who work on it.
@main
struct BenchParser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-parser",
    abstract: "Measure the speed, memory and growth of the parser, and the speed of the readers.",
    discussion: "Figures are processor time of one core; build it in release.",
    subcommands: [SpeedCommand.self, LinearCommand.self, ReadersCommand.self]
  )
}
