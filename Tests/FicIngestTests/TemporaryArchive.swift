import FicIndex
import FicModel
import Foundation
import MemoryIndex

@testable import FicIngest

/// An archive folder of its own; gone when the value is.
final class TemporaryArchive {
  let root: URL

  init(named name: String = "archive") throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "fic-ingest-\(UUID().uuidString)/\(name)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root.deletingLastPathComponent()) }

  /// The alias file beside the index.
  var ownAliases: String { root.deletingLastPathComponent().appending(path: "aliases").path }

  /// The file of corrections beside the index.
  var corrections: String {
    root.deletingLastPathComponent().appending(path: "corrections").path
  }

  /// Writes the file of corrections beside the index.
  func writeCorrections(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: corrections))
  }

  /// Writes the alias file beside the index.
  func writeAliases(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: ownAliases))
  }

  /// Writes a file.
  func write(_ name: String, _ text: String) throws {
    try write(name, bytes: Array(text.utf8))
  }

  /// Writes a file.
  func write(_ name: String, bytes: [UInt8]) throws {
    let file = root.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: file)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: name))
  }

  /// Runs an ingest over the archive and returns what it reported.
  @discardableResult
  func ingest(
    into index: MemoryIndex,
    paths: [String] = [],
    all: Bool = false,
    jobs: Int = 2,
    keepsRemoved: Bool = false,
    forgetsEmptyFolders: Bool = false,
    forgets: [String] = [],
    aliases: [String] = [],
    isStopped: @escaping () -> Bool = { false }
  ) async throws -> (summary: IngestEvent.Summary, problems: [FileProblem]) {
    var problems: [FileProblem] = []
    var run = IngestRun(
      options: IngestOptions(
        archive: [root.path],
        paths: paths.map { root.appending(path: $0).path },
        readsAll: all,
        jobs: jobs,
        keepsRemoved: keepsRemoved,
        forgetsEmptyFolders: forgetsEmptyFolders,
        forgets: forgets,
        aliases: aliases,
        ownAliases: ownAliases,
        corrections: corrections
      ),
      writer: index,
      report: { if case .fileProblem(let problem) = $0 { problems.append(problem) } },
      isStopped: isStopped
    )
    return (try await run.run(), problems)
  }
}

extension MemoryIndex {
  /// The texts of a work's chapters, in order.
  func texts(ofWorkNamed part: String) async throws -> [String] {
    let works = try await read { try $0.works(matching: nil, limit: 100) }
    guard let work = works.first(where: { $0.path.contains(part) }) else { return [] }
    let keys = (1...max(1, work.chapters)).map { ChapterKey(work: work.id, chapter: $0) }
    return try await read { try $0.chapters(keys) }.map {
      String(decoding: $0.chapter.text, as: UTF8.self)
    }
  }
}
