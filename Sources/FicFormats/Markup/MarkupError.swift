/// Why markup could not be read.
enum MarkupError: Error, Hashable, Sendable {
  /// Elements stand in each other more than `limit` deep; `offset` counts bytes of the file.
  case tooDeep(limit: Int, offset: Int)
  /// The parser had no memory.
  case outOfMemory
}
