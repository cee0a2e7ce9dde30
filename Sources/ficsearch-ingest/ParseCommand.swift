import ArgumentParser
import FicFormats
import FicParsing
import FoundationEssentials

/// Shows what the parser sees: zones, scenes, quotations, speakers.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Show what the parser sees in a file, as JSON.",
    discussion: """
      Writes NAME.json for each NAME.txt. Offsets count Unicode scalars of the decoded file, the \
      end exclusive.
      """
  )

  @Option(help: "The folder to write to; standard output by default.")
  var out: String?

  @Flag(help: "Take the files for the chapters of one work, in the order given.")
  var work = false

  @Argument(help: "The files to parse.", completion: .file())
  var files: [String]

  mutating func run() throws {
    var failed = false
    var group: [(name: String, document: Document)] = []
    for path in files {
      do throws(FormatError) {
        let file = try ChapterFile.load(from: path, as: path)
        group.append((Self.outputName(of: path), try DocumentReaders().document(from: file)))
      } catch {
        ProcessOutput.standardError.write("ficsearch-ingest: \(error)\n")
        failed = true
      }
      if !work {
        try write(group)
        group = []
      }
    }
    try write(group)
    if failed { throw ExitCode(2) }
  }

  private func write(_ group: [(name: String, document: Document)]) throws {
    guard !group.isEmpty else { return }
    let (parsed, diagnostics) = WorkParser().parseReporting(group.map(\.document))
    for (index, entry) in group.enumerated() {
      let report = ParseReport(
        of: parsed,
        document: entry.document,
        at: index,
        diagnostics: diagnostics[index]
      )
      try write(report, name: entry.name)
    }
  }

  private func write(_ report: ParseReport, name: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    let data = try encoder.encode(report)
    guard let out else {
      ProcessOutput.standardOutput.write(String(decoding: data, as: UTF8.self) + "\n")
      return
    }
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    try data.write(to: URL(filePath: out + "/" + name + ".json"))
  }

  /// The name of a file without its folders and its ending.
  private static func outputName(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
