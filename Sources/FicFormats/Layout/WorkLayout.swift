import FicModel
import FicParsing

/// Tells from the names of an archive's files which of them form one work.
///
/// A folder of numbered chapter files is one work, as are files that share a name before their
/// numbers; the files of a book in a Calibre library are forms of one work; every other file is a
/// work of its own. Deterministic and free of I/O.
package enum WorkLayout {
  /// Numbered files that are larger than this on the average, in bytes, are the volumes of a
  /// series: a chapter of 512 KiB would have a hundred thousand words.
  private static let largestChapter = 512 << 10

  /// The works in a listing, ordered by path.
  ///
  /// - Parameters:
  ///   - entries: All files.
  ///   - alone: The paths of files that are known to be works of their own.
  /// - Returns: The works.
  ///
  /// Complexity: O(n log n).
  package static func works(in entries: [FileEntry], alone: Set<String> = []) -> [WorkFiles] {
    works(in: entries, alone: alone, beside: { _ in [] })
  }

  /// The works in the listing of a part of an archive, ordered by path.
  ///
  /// - Parameters:
  ///   - entries: All files of some folders and of those that are joined to them.
  ///   - alone: The paths of files that are known to be works of their own.
  ///   - others: The works in a folder of which `entries` has no file.
  /// - Returns: The works.
  /// - Throws: What `others` throws.
  ///
  /// Complexity: O(n log n).
  package static func works(
    in entries: [FileEntry],
    alone: Set<String>,
    beside others: (_ folder: String) throws -> [WorkFiles]
  ) rethrows -> [WorkFiles] {
    let (books, entries) = CalibreFolder.books(in: entries)
    var folders: [String: [FileEntry]] = [:]
    var works = books
    for entry in entries {
      if alone.contains(entry.path) {
        works.append(work(alone: entry.path))
      } else {
        folders[workFolder(of: entry.path), default: []].append(entry)
      }
    }
    let places = Set(books.map(\.relativePath))
    for (folder, entries) in folders {
      works += Self.works(of: entries.sorted { $0.path < $1.path }, in: folder).map { work in
        guard places.contains(work.relativePath) else { return work }
        // Numbered files beside a book of a library.
        return WorkFiles(relativePath: work.parts[0].path, parts: work.parts)
      }
    }
    let named = try WorkNaming(works, beside: others).named(works)
    return named.sorted { NaturalOrder.precedes($0.relativePath, $1.relativePath) }
  }

  /// A work of which only the place of its files is known.
  package static func work(at relativePath: String, files paths: [String]) -> WorkFiles {
    CalibreFolder.book(of: paths.sorted(), in: relativePath)
      ?? WorkFiles(relativePath: relativePath, parts: paths.map { WorkFiles.Part(path: $0) })
  }

  /// A file that says of itself that it is a work.
  package static func work(alone path: String) -> WorkFiles {
    var work = WorkFiles(relativePath: path, parts: [WorkFiles.Part(path: path)])
    work.standsAlone = true
    return work
  }

  /// Whether files in a folder may form a work with those of the folder around it.
  package static func isJoined(_ folder: String) -> Bool {
    workFolder(ofFolder: folder) != folder || CalibreFolder.isData(folder)
  }

  /// The folder with whose files a file may form works: its own, or the nearest around it that is
  /// not joined to another.
  package static func groupFolder(of path: String) -> String {
    var folder = FileName(path: path).folder
    while isJoined(folder) { folder = FileName(path: folder).folder }
    return folder
  }

  /// The folder around the book in which a file is data, so that it is no work as long as the book
  /// is there; nil for any other file.
  package static func bookFolder(ofData path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let folder = path[..<slash]
    guard CalibreFolder.isData(String(folder)) else { return nil }
    return folder.lastIndex(of: "/").map { String(folder[..<$0]) }
  }

  /// The folder of a path; for a volume's folder ("Book 2") the one above it.
  private static func workFolder(of path: String) -> String {
    workFolder(ofFolder: FileName(path: path).folder)
  }

  private static func workFolder(ofFolder folder: String) -> String {
    let parts = folder.split(separator: "/")
    guard let last = parts.last, parts.count > 1, HeadingReader.partNumber(in: String(last)) != nil
    else {
      return folder
    }
    return parts.dropLast().joined(separator: "/")
  }

  private static func works(of entries: [FileEntry], in folder: String) -> [WorkFiles] {
    let files = entries.map { ListedFile($0, workFolder: folder) }
    var series: [String: [ListedFile]] = [:]
    for file in files where FileFormat(path: file.entry.path)?.holdsWorks != true {
      if let name = file.name, name.number != nil { series[name.series, default: []].append(file) }
    }
    if let plain = series[""]?.filter({ $0.name?.mayBeTitle != true }), !plain.isEmpty {
      // Beside chapters by their numbers, a number that may be a title's is one.
      series[""] = plain
    }
    var groups = series.filter { isWork($0.value, amongst: files.count, in: folder) }
    if groups.count == 1, let key = groups.keys.first {
      groups[key]? += files.filter { $0.name != nil && $0.name?.number == nil }
    }
    let grouped = Set(groups.values.joined().map(\.entry.path))
    var works = files.filter { !grouped.contains($0.entry.path) }.map { file in
      WorkFiles(relativePath: file.entry.path, parts: [WorkFiles.Part(path: file.entry.path)])
    }
    for (key, members) in groups { works.append(work(of: members, series: key, in: folder)) }
    return works
  }

  /// Whether numbered files form a work: several that count on, or one that says it is a chapter.
  private static func isWork(_ files: [ListedFile], amongst count: Int, in folder: String) -> Bool {
    let numbers = Set(files.compactMap { $0.name?.number })
    let bytes = files.reduce(0) { $0 + min($1.entry.byteCount, 1 << 40) }
    guard bytes / max(1, files.count) <= largestChapter else { return false }
    if files.contains(where: { $0.name?.mayBeTitle ?? false }) {
      // Titles begin with any numbers; chapters count from one, and have a folder to themselves.
      return !folder.isEmpty && files.count == count && files.count > 2
        && numbers.count == files.count && numbers.min() == 1 && numbers.max() == files.count
    }
    if files.count == 1 {
      guard let name = files[0].name else { return false }
      return name.isCertain && !name.series.isEmpty
        || count == 1 && !folder.isEmpty && name.series.isEmpty
    }
    let range = (numbers.max() ?? 0) - (numbers.min() ?? 0)
    return numbers.count > 1 && range <= 3 * files.count + 2 || files.contains { $0.volume > 0 }
  }

  private static func work(of files: [ListedFile], series: String, in folder: String) -> WorkFiles {
    let ordered = files.sorted(by: ListedFile.precedes)
    let seriesName = ordered.first { $0.name?.series == series }?.name?.seriesName ?? ""
    let relativePath = [folder.isEmpty && series.isEmpty ? "." : folder, seriesName]
      .filter { !$0.isEmpty }.joined(separator: "/")
    return WorkFiles(
      relativePath: relativePath,
      parts: ordered.map { WorkFiles.Part(path: $0.entry.path, chapterTitle: $0.name?.title) }
    )
  }
}
