/// How much of a chapter is wanted around a place.
package enum PassageExtent: Hashable, Sendable {
  /// The line, and as many before and after it.
  case lines(Int)
  /// The scene; the line alone where it lies in none.
  case scene
  /// The whole chapter.
  case chapter
}
