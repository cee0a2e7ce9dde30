import ArgumentParser
import FicFormats
import FicParsing
import FicSamples

/// Measures the readers of files, up to the document, format by format.
struct ReadersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readers",
    abstract: "Measure how fast files of each format become documents.",
    discussion: """
      Makes one long work up, writes it in every format, and prints for each the bytes of the file, \
      the bytes of text, and MB of 2^20 bytes of text for each second of processor time: the best of \
      --rounds.
      """
  )

  @Option(help: "How many chapters, of 200 paragraphs each.")
  var chapters = 400

  @Option(help: "How often each file is read.")
  var rounds = 3

  @Argument(help: "The formats to measure, by name; all by default.")
  var formats: [String] = []

  func validate() throws {
    let known = Set(SampleFormat.allCases.map(\.rawValue))
    guard formats.allSatisfy(known.contains) else {
      throw ValidationError("the formats are " + known.sorted().joined(separator: ", "))
    }
    guard chapters > 0, rounds > 0 else { throw ValidationError("counts are at least 1.") }
  }

  func run() throws {
    let work = SampleWork(number: 1, chapters: chapters, paragraphs: 200)
    print("\(Column.left("format", 18))    file MB   text MB      MB/s")
    for format in SampleFormat.allCases where formats.isEmpty || formats.contains(format.rawValue) {
      let sample = format.file(of: work)
      let file = ChapterFile(path: sample.name, bytes: sample.bytes)
      var text = 0
      var best = Double.infinity
      for _ in 0..<rounds {
        let seconds = ProcessUsage.measure {
          text = (try? DocumentReaders().document(from: file))?.text.count ?? 0
        }
        best = min(best, seconds)
      }
      let megabytes = Double(text) / 1_048_576
      let cells = [
        Double(file.bytes.count) / 1_048_576, megabytes, megabytes / max(best, 0.000_001),
      ]
      print(Column.left(format.rawValue, 18) + cells.map { Column.right($0, 10) }.joined())
    }
  }
}
