import FicIndex
import FicModel

/// Goes through files that an index knows, in the order of the bytes of their paths, and holds a
/// page of them.
///
/// What the index has of places that are no file to read is passed over.
struct IndexedFileCursor {
  /// So many rows are read at a time; 1 KB each at the most, for paths of usual length.
  private static let pageSize = 1024

  /// Nil where all files are in the page.
  private let index: (any IndexWriter)?
  private var page: ArraySlice<IndexedFile> = []
  private var last: String?

  /// Starts before the first file behind a path; before the first of all without one.
  init(_ index: any IndexWriter, after path: String? = nil) {
    self.index = index
    last = path
  }

  /// Goes through files that are at hand.
  init(_ files: [IndexedFile]) {
    index = nil
    page =
      files.filter { $0.problem?.isOfPlace != true }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }[...]
  }

  /// The file that `next` is about to give; nil at the end.
  ///
  /// - Throws: What the index throws.
  mutating func peek() throws -> IndexedFile? {
    while page.isEmpty, let index {
      let read = try index.indexedFiles(after: last, limit: Self.pageSize)
      guard let end = read.last else { return nil }
      last = end.path
      page = read.filter { $0.problem?.isOfPlace != true }[...]
    }
    return page.first
  }

  /// The next file; nil at the end.
  ///
  /// - Throws: What the index throws.
  mutating func next() throws -> IndexedFile? {
    let file = try peek()
    if file != nil { page.removeFirst() }
    return file
  }

  /// Goes on behind all that lies below a folder.
  mutating func skip(below folder: String) {
    let end = NamedPaths.end(of: folder)
    page = page.drop { $0.path.utf8.lexicographicallyPrecedes(end.utf8) }
    if page.isEmpty, last?.utf8.lexicographicallyPrecedes(end.utf8) ?? true { last = end }
  }
}
