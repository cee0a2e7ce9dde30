import ArgumentParser
import FicDialogue
import FicFormats
import FicModel
import FicParsing
import FicPrinter
import FoundationEssentials

/// Shows what the parser sees: zones, scenes, quotations, speakers.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Show what the parser sees in a file, as JSON or on the text itself.",
    discussion: """
      Writes NAME.json for each NAME.txt. Offsets count Unicode scalars of the decoded file, the \
      end exclusive.

      With --explain it prints the text to read: lines, zones and scenes in the margin, below each \
      paragraph who speaks to whom, how sure that is and which words tell it, and the cast at the \
      end.
      """
  )

  @Option(help: "The folder to write to; standard output by default.")
  var out: String?

  @Flag(help: "Take the files for the chapters of one work, in the order given.")
  var work = false

  @Flag(help: "Print the text with what the parser saw, and why, in its margin.")
  var explain = false

  @Argument(help: "The files to parse.", completion: .file())
  var files: [String]

  /// A file that was read: its path and its name without folders and ending.
  private typealias Entry = (path: String, name: String, document: Document)

  func validate() throws {
    if explain, out != nil {
      throw ValidationError("--out writes JSON, --explain prints a text: give one of them.")
    }
  }

  mutating func run() throws {
    var failed = false
    let titles = work ? Self.chapterTitles(of: files) : [:]
    var group: [Entry] = []
    for path in files {
      do throws(FormatError) {
        let file = try ChapterFile.load(from: path, as: path)
        var document = try DocumentReaders().document(from: file)
        document.chapterTitle = document.chapterTitle ?? titles[path]
        group.append((path, Self.outputName(of: path), document))
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
    if failed { throw WorkerExit.error }
  }

  private func write(_ group: [Entry]) throws {
    guard !group.isEmpty else { return }
    let (parsed, diagnostics, _) = WorkParser().parseReporting(group.map(\.document))
    if explain { return explain(parsed, group, diagnostics) }
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

  private func explain(
    _ work: ParsedWork,
    _ group: [Entry],
    _ diagnostics: [[ParseDiagnostic]]
  ) {
    let printer = ExplanationPrinter(style: .standardOutput)
    for (index, entry) in group.enumerated() {
      var text = ""
      let explanation = Explanation(
        name: entry.path,
        work: work,
        document: index,
        metadata: entry.document.metadata,
        notices: diagnostics[index].map(\.words)
      )
      if index > 0 { text += "\n" }
      printer.write(explanation, to: &text)
      ProcessOutput.standardOutput.write(text)
    }
    var text = ""
    printer.writeCast(of: work, to: &text)
    ProcessOutput.standardOutput.write(text)
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

  /// What the names of the files of one work call its chapters.
  private static func chapterTitles(of paths: [String]) -> [String: ChapterTitle] {
    let works = WorkLayout.works(in: paths.map { FileEntry(path: $0, byteCount: 0) })
    guard works.count == 1, let parts = works.first?.parts else { return [:] }
    return Dictionary(
      parts.compactMap { part in part.chapterTitle.map { (part.path, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The name of a file without its folders and its ending.
  private static func outputName(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
