import ArgumentParser
import FicDialogue
import FicFormats
import FicParsing
import Foundation

/// Writes the cues of every turn of texts, as the reader of dialogue sees them.
@main
struct DumpCues: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump-cues",
    abstract: "Write the cues that the reader of dialogue weighs.",
    discussion: """
      For each text it writes NAME.json, the people, the turns and who may speak each, and beside it the \
      cues as rows of 32-bit numbers: NAME.first, NAME.second, and for transitions NAME.first-transitions, \
      NAME.second-transitions. Tools/fit-speakers reads them.
      """
  )

  @Option(help: "The folder to write to.")
  var out: String?

  @Option(help: "Only print what is weighed in the turn at this Unicode scalar of the first text.")
  var show: Int?

  @Option(help: "A table for the first pass instead of the reader's own.")
  var first: String?

  @Option(help: "A table for the second pass.")
  var second: String?

  @Flag(help: "Take the files for the chapters of one work; its name is the folder's.")
  var work = false

  @Argument(help: "The texts.")
  var files: [String]

  mutating func run() throws {
    if let out {
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    }
    let rankers = (first: try ranker(first) ?? .first, second: try ranker(second) ?? .second)
    let groups = work ? [files] : files.map { [$0] }
    for group in groups {
      let documents = try group.map {
        try DocumentReaders().document(from: ChapterFile.load(from: $0, as: $0))
      }
      let trace = WorkParser().trace(documents, first: rankers.first, second: rankers.second)
      if let show { TurnPrint.print(trace, at: show) }
      guard let out else { continue }
      let path = URL(filePath: group[0])
      let name = work ? path.deletingLastPathComponent() : path.deletingPathExtension()
      try Dump(trace, files: group).write(
        to: URL(filePath: out).appending(path: name.lastPathComponent)
      )
    }
  }

  private func ranker(_ path: String?) throws -> Ranker? {
    try path.map { Ranker(table: Array(try Data(contentsOf: URL(filePath: $0)))) }
  }
}
