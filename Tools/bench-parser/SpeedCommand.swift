import ArgumentParser
import FicDialogue
import FicFormats
import FicIndex
import FicModel
import FicParsing
import FoundationEssentials

/// Measures stages of the parser over the texts of folders, and the memory of a large work.
struct SpeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed",
    abstract: "Measure MB/s of the parser and its stages, and the memory of a 10 MB work.",
    discussion: "1 MB is 10^6 bytes. Each figure is the best of --rounds."
  )

  @Option(help: "How often each stage runs.")
  var rounds = 3

  @Option(help: "The folders' texts are repeated up to so many megabytes.")
  var megabytes = 10

  @Argument(help: "Folders of texts.", completion: .directory)
  var folders: [String]

  func run() throws {
    var isFirst = true
    for folder in folders {
      let files = Self.files(below: folder)
      guard !files.isEmpty else {
        print("\(folder): skipped, since no text is there")
        continue
      }
      if isFirst { measureMemory(files) }
      isFirst = false
      measureSpeed(files, folder)
    }
    if isFirst { throw ExitCode(2) }
  }

  /// A work of so many megabytes: parsed before anything else, so that the peak is its own.
  private func measureMemory(_ files: [ChapterFile]) {
    let work = Self.grown(files, to: megabytes * 1_000_000)
    let bytes = work.reduce(0) { $0 + $1.bytes.count }
    let before = ProcessUsage.peakBytes
    let time = ProcessUsage.measure { Self.parse([work]) }
    let peak = ProcessUsage.peakBytes
    print("a work of \(Self.megabytes(bytes)) MB in \(work.count) files:")
    print("  whole parse       \(Column.right(Double(bytes) / 1e6 / time, 8)) MB/s")
    print(
      "  peak memory       \(Column.right(Double(peak) / 1e6, 8)) MB, \(Self.megabytes(before)) before"
    )
  }

  private func measureSpeed(_ files: [ChapterFile], _ folder: String) {
    let bytes = files.reduce(0) { $0 + $1.bytes.count }
    // A small archive is parsed several times, so that a clock's tick is nothing.
    let times = max(1, megabytes * 1_000_000 / max(1, bytes))
    let works = [[ChapterFile]](repeating: files, count: times).flatMap { $0.map { [$0] } }
    let documents = Self.documents(works.joined())
    print("\(folder): \(files.count) files, \(Self.megabytes(bytes)) MB, \(times) times:")
    report("readers", bytes * times) { _ = Self.documents(works.joined()) }
    report("blocks", bytes * times) {
      for document in documents { _ = BlockScanner().blocks(of: document.text) }
    }
    report("zones and scenes", bytes * times) {
      for document in documents { _ = Self.drafts(of: document) }
    }
    let drafts = documents.map(Self.drafts)
    report("quotations", bytes * times) {
      for drafts in drafts { _ = QuotationScanner().scan(drafts) }
    }
    report("terms of search", bytes * times) {
      var terms = 0
      for document in documents {
        Analyzer().analyze(document.text.span) { _, _ in
          terms += 1
          return true
        }
      }
    }
    report("whole parse", bytes * times) { Self.parse(works) }
  }

  private func report(_ name: String, _ bytes: Int, _ work: () -> Void) {
    var best = Double.infinity
    for _ in 0..<max(1, rounds) { best = min(best, ProcessUsage.measure(work)) }
    print(
      "  \(Column.left(name, 18))\(Column.right(Double(bytes) / 1e6 / max(best, 1e-6), 8)) MB/s"
    )
  }

  private static func drafts(of document: Document) -> [ChapterDraft] {
    var diagnostics: [ParseDiagnostic] = []
    var drafts = ChapterSegmenter().chapters(of: document, at: 0, reporting: &diagnostics)
    ZoneSegmenter().segment(&drafts)
    var all = [diagnostics]
    SceneSegmenter().segment(&drafts, reporting: &all)
    return drafts
  }

  private static func documents(_ files: some Sequence<ChapterFile>) -> [Document] {
    files.compactMap { try? DocumentReaders().document(from: $0) }
  }

  private static func parse(_ works: [[ChapterFile]]) {
    for work in works { _ = WorkParser().parse(documents(work)) }
  }

  /// The files again and again, with chapters of their own, up to so many bytes.
  private static func grown(_ files: [ChapterFile], to bytes: Int) -> [ChapterFile] {
    var result: [ChapterFile] = []
    var count = 0
    while count < bytes {
      for file in files where count < bytes {
        result.append(file)
        count += file.bytes.count
      }
    }
    return result
  }

  private static func files(below folder: String) -> [ChapterFile] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { name in
      let path = folder + "/" + name
      let file = ChapterFile(path: path, bytes: [])
      guard FileFormat(ending: file.fileExtension) != nil else { return nil }
      return try? ChapterFile.load(from: path, as: path)
    }
  }

  private static func megabytes(_ bytes: Int) -> String {
    Column.right(Double(bytes) / 1e6, 0)
  }
}
