import FicIndex

/// Goes through the files that an index knows, in the order of their paths, and holds a page of
/// them.
struct IndexedFileCursor {
  /// So many rows are read at a time; 1 KB each at the most, for paths of usual length.
  private static let pageSize = 1024

  private let index: any IndexWriter
  private var page: ArraySlice<IndexedFile> = []
  private var last: String?
  private var isAtEnd = false

  /// Starts before the first file.
  init(_ index: any IndexWriter) { self.index = index }

  /// The file that `next` is about to give; nil at the end.
  ///
  /// - Throws: What the index throws.
  mutating func peek() throws -> IndexedFile? {
    if page.isEmpty, !isAtEnd {
      page = try index.indexedFiles(after: last, limit: Self.pageSize)[...]
      last = page.last?.path
      isAtEnd = page.count < Self.pageSize
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

  /// The files that are left.
  ///
  /// - Throws: What the index throws.
  mutating func rest() throws -> [IndexedFile] {
    var files: [IndexedFile] = []
    while let file = try next() { files.append(file) }
    return files
  }
}
