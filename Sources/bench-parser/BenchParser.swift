import ArgumentParser

/// Measures the parser, for those who work on it.
@main
struct BenchParser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-parser",
    abstract: "Measure the parser's speed, memory and growth.",
    discussion: "Figures are processor time of one core; build it in release.",
    subcommands: [SpeedCommand.self, LinearCommand.self]
  )
}
