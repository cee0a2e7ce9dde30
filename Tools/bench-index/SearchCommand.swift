import ArgumentParser
import BenchQueries

/// Measures searches in an index file.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Measure how long searches in an index take, in this process.",
    discussion: """
      QUERIES has a line for each query: a class, a kind (word, and, phrase, prefix, near, query) and \
      the words, with tabs between. Each query runs --repetitions times, all in turn; its time is the \
      median. A line of figures is one class: the median and the greatest but one in a hundred of its \
      queries' times, in microseconds. Build it in release.
      """
  )

  /// What is measured.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    /// The figures of all works and the ten best units, without text.
    case tally
    /// The whole answer, with lines of text.
    case search
    /// The number of matches.
    case count
  }

  @Argument(help: "The index file.") var index: String
  @Argument(help: "The queries.") var queries: String
  @Option(help: "How often each query runs.") var repetitions = 7
  @Option(help: "What is measured: tally, search or count.") var part = Part.tally
  @Flag(help: "Take words as written, without their inflections.") var exact = false
  @Flag(help: "Print a line for each query too.") var each = false
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    let bench = try SearchBench(
      index: index,
      queries: queries,
      repetitions: repetitions,
      isExact: exact
    )
    let timings = try await bench.run(part)
    if each {
      for timing in timings {
        print(
          "\(timing.query.group)\t\(timing.query.text)\t\(timing.microseconds)\t\(timing.found)"
        )
      }
    }
    let classes = TimingClass.classes(of: timings)
    if json {
      print(
        "{"
          + classes.map { "\"\($0.name)\":{\"p50_us\":\($0.p50),\"p99_us\":\($0.p99)}" }
          .joined(separator: ",") + "}"
      )
    } else {
      for group in classes { print("\(group.name)\t\(group.p50)\t\(group.p99)") }
    }
  }
}
