import FicFormats
import FicIndex
import FicIndexSQLite
import FicIngest
import FicSamples
import Foundation

/// An archive made up from numbers, always the same, and its index, which is made when it is first
/// asked for.
actor SampleArchive {
  private static let works = 400

  /// A word that one chapter has.
  static let rareWord = SampleWork(number: 7, chapters: 8, paragraphs: 60).chapters[0].marker

  /// A work of some 700 KB.
  static let novel = SampleWork(number: 1, chapters: 60, paragraphs: 150)

  private var made: SQLiteSearchIndex?

  /// A work as a file of a layout.
  static func file(_ work: SampleWork, as format: SampleFormat) -> ChapterFile {
    let sample = format.file(of: work)
    return ChapterFile(path: sample.name, bytes: sample.bytes)
  }

  /// The index.
  ///
  /// - Throws: `IndexError`, and what Foundation says of files that cannot be written.
  func index() async throws -> SQLiteSearchIndex {
    if let made { return made }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "ficsearch-micro-\(ProcessInfo.processInfo.processIdentifier)")
    let archive = folder.appending(path: "archive")
    try FileManager.default.createDirectory(at: archive, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: archive) }
    for number in 1...Self.works {
      let file = Self.file(SampleWork(number: number, chapters: 8, paragraphs: 60), as: .markdown)
      try Data(file.bytes).write(to: archive.appending(path: file.path))
    }
    let path = folder.appending(path: "index.sqlite").path
    var run = IngestRun(
      options: IngestOptions(archive: [archive.path], jobs: 2),
      writer: try SQLiteIndexWriter(path: path, threads: 2),
      report: { _ in }
    )
    _ = try await run.run()
    let index = SQLiteSearchIndex(path: path, readers: 1)
    made = index
    return index
  }
}
