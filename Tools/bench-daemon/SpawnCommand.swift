import ArgumentParser
import BenchQueries

/// Times programs from their start to their end.
struct SpawnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spawn",
    abstract: "Time programs from their start to the last byte of their output and their end.",
    discussion: """
      All programs run in turn, --rounds times. 'ratio' is to the first one, of medians.

        bench-daemon spawn --rounds 300 -- fetch SOCKET said -- ficsearch said
      """
  )

  @Option(help: "How often each program runs.") var rounds = 300
  @Argument(parsing: .postTerminator, help: "Programs with their arguments, '--' between two.")
  var words: [String]

  func run() throws {
    let programs = words.split(separator: "--").map { ProgramRun(Array($0)) }
    var times = [[Double]](repeating: [], count: programs.count)
    let clock = ContinuousClock()
    // The first rounds warm up.
    for round in -5..<max(1, rounds) {
      for (place, program) in programs.enumerated() {
        let start = clock.now
        try program.run()
        let duration = start.duration(to: clock.now).microseconds
        if round >= 0 { times[place].append(duration) }
      }
    }
    let figures = times.map { Quantiles($0) }
    for (program, figure) in zip(programs, figures) {
      let ratio = (figure.p50 / figures[0].p50 * 100).rounded() / 100
      print(
        """
        {"program":"\(program.name)","p50":\(figure.p50),"p99":\(figure.p99),"ratio":\(ratio)}
        """
      )
    }
  }
}
