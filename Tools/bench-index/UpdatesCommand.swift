import ArgumentParser
import BenchQueries

/// Measures how soon a changed chapter is found.
struct UpdatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "updates",
    abstract: "Measure how soon a changed chapter is found.",
    discussion: """
      Writes to INDEX: take a copy. Each change replaces a random chapter by one in which the words \
      of eight letters are another, which no chapter had, and commits; then that word is searched for. \
      'found' is from the change to the answer, with reading excluded; 'finish' is what the worker \
      does after it at the end of a run: copies are looked for, and posting lists merged when enough \
      has changed. Milliseconds. Build it in release.
      """
  )

  @Argument(help: "The index file, which is changed.") var index: String
  @Option(help: "How many changes.") var count = 2000
  @Option(help: "Where the random numbers begin.") var seed: UInt64 = 1
  @Flag(help: "End a run after every change, as the worker does for a file that was saved.")
  var finish = false

  func run() async throws {
    let bench = try await UpdateBench(index: index, seed: seed)
    var found: [Double] = []
    var finished: [Double] = []
    for _ in 0..<count {
      let times = try await bench.change(finishing: finish)
      found.append(times.found)
      if finish { finished.append(times.finish) }
    }
    print(
      "{\"changes\":\(count),\(Self.figures("found", found))"
        + (finish ? ",\(Self.figures("finish", finished))" : "") + "}"
    )
  }

  private static func figures(_ name: String, _ times: [Double]) -> String {
    let milliseconds = times.map { $0 / 1000 }
    let quantiles = Quantiles(milliseconds.map { $0 * 100 })
    let worst = milliseconds.max() ?? 0
    return "\"\(name)\":{\"p50_ms\":\(quantiles.p50 / 100),\"p99_ms\":\(quantiles.p99 / 100),"
      + "\"worst_ms\":\((worst * 100).rounded() / 100)}"
  }
}
