import ArgumentParser
import FicFormats
import FicParsing

/// Shows how the parser's time grows with texts that are made to cost.
struct LinearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linear",
    abstract: "Show how the parser's time grows with hostile texts.",
    discussion: """
      Prints the processor time in seconds of each text at each size, and by how much the largest \
      costs more than its size says. 1 is linear; above --limit the exit status is 1.
      """
  )

  /// Shorter times say nothing of growth.
  private static let shortest = 0.2

  @Option(parsing: .upToNextOption, help: "The sizes, in MB of 2^20 bytes.")
  var sizes = [1, 2, 4, 8]

  @Option(help: "How much more than its share the largest may cost.")
  var limit = 1.6

  @Argument(help: "The texts to measure, by name; all by default.")
  var names: [String] = []

  func validate() throws {
    guard sizes.count > 1, sizes.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("--sizes wants two sizes at least.")
    }
  }

  func run() throws {
    let heads = sizes.map { Column.right(Double($0), 8) }.joined()
    print("\(Column.left("MB", 24))\(heads)   growth")
    var steep: [String] = []
    for text in HostileText.all where names.isEmpty || names.contains(text.name) {
      let times = sizes.map { time(of: text, megabytes: $0) }
      // Against the second size, since the first pays for what is loaded once.
      let base = min(1, sizes.count - 2)
      let share = Double(sizes[sizes.count - 1]) / Double(sizes[base])
      let growth = times[times.count - 1] / max(times[base], 0.001) / share
      let isSteep = growth > limit && times[times.count - 1] > Self.shortest
      if isSteep { steep.append(text.name) }
      let cells = times.map { Column.right($0, 8) }.joined()
      print(
        "\(Column.left(text.name, 24))\(cells) \(Column.right(growth, 8))\(isSteep ? " <" : "")"
      )
    }
    guard steep.isEmpty else {
      print("grows faster than its text: \(steep.joined(separator: ", "))")
      throw ExitCode(1)
    }
    print("all grow no faster than their texts")
  }

  private func time(of text: HostileText, megabytes: Int) -> Double {
    let bytes = text.bytes(count: megabytes << 20)
    return ProcessUsage.measure {
      let file = ChapterFile(path: "hostile.txt", bytes: bytes)
      guard let document = try? DocumentReaders().document(from: file) else { return }
      _ = WorkParser().parse([document])
    }
  }
}
