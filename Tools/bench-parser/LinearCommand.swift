import ArgumentParser
import FicDialogue
import FicFormats
import FicParsing

/// Shows how the parser's time grows with texts that are made to cost.
struct LinearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linear",
    abstract: "Show how the time to read and parse grows with hostile texts and crowded works.",
    discussion: """
      Prints the processor time in seconds of each text at each size, and by how much the largest \
      costs more than its size says. 1 is linear; above --limit, and where a file is not read, the \
      exit status is 1.
      """
  )

  /// Shorter times say nothing of growth.
  private static let shortest = 0.2

  @Option(parsing: .upToNextOption, help: "The sizes, in MB of 2^20 bytes.")
  var sizes = [1, 2, 4]

  @Option(help: "How much more than its share the largest may cost.")
  var limit = 1.6

  @Argument(help: "The texts to measure, by name or the start of it; all by default.")
  var names: [String] = []

  func validate() throws {
    guard sizes.count > 1, sizes.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("--sizes wants two sizes at least.")
    }
  }

  func run() throws {
    let heads = sizes.map { Column.right(Double($0), 8) }.joined()
    print("\(Column.left("MB", 28))\(heads)   growth")
    var failed: [String] = []
    for text in HostileText.all where isWanted(text.name) {
      let isLinear = try measure(text.name) { count in
        [ChapterFile(path: "hostile.txt", bytes: text.bytes(count: count))]
      }
      if !isLinear { failed.append(text.name) }
    }
    for work in CrowdedWork.all where isWanted(work.name) {
      let isLinear = try measure(work.name) { work.files(count: $0) }
      if !isLinear { failed.append(work.name) }
    }
    guard failed.isEmpty else {
      print("grows faster than its text: \(failed.joined(separator: "; "))")
      throw ExitCode(1)
    }
    print("all grow no faster than their texts")
  }

  private func isWanted(_ name: String) -> Bool {
    names.isEmpty || names.contains { name.hasPrefix($0) }
  }

  /// Measures and prints; false where the time grows too fast.
  private func measure(_ name: String, _ files: (Int) -> [ChapterFile]) throws -> Bool {
    let times = try sizes.map { try time(of: files($0 << 20)) }
    // Against the second size, since the first pays for what is loaded once.
    let base = min(1, sizes.count - 2)
    let share = Double(sizes[sizes.count - 1]) / Double(sizes[base])
    let growth = times[times.count - 1] / max(times[base], 0.001) / share
    let isSteep = growth > limit && times[times.count - 1] > Self.shortest
    let cells = times.map { Column.right($0, 8) }.joined()
    print("\(Column.left(name, 28))\(cells) \(Column.right(growth, 8))\(isSteep ? " <" : "")")
    return !isSteep
  }

  private func time(of files: [ChapterFile]) throws -> Double {
    var refusal: FormatError?
    let seconds = ProcessUsage.measure {
      var documents: [Document] = []
      for file in files {
        switch Self.read(file) {
        case .success(let document): documents.append(document)
        // A text of blank lines, a page of links.
        case .failure(let error) where [.empty, .noStory].contains(error.code): break
        case .failure(let error): refusal = error
        }
      }
      _ = WorkParser().parse(documents)
    }
    if let refusal { throw refusal }
    return seconds
  }

  private static func read(_ file: ChapterFile) -> Result<Document, FormatError> {
    Result { () throws(FormatError) in try DocumentReaders().document(from: file) }
  }
}
