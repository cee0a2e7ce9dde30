import FicIndex
import FicModel

/// What is to be read although no byte of it changed.
struct Rereading {
  /// Whether that is everything.
  var all = false

  /// Works whose shown text is read again.
  var works: Set<WorkID> = []

  /// Places of sources that are read again.
  var places: Set<String> = []

  /// Whether the source at a place is one of them.
  func concerns(_ place: String, _ source: SourceRecord?) -> Bool {
    if places.contains(place) { return true }
    guard let source else { return false }
    return source.isChosen && works.contains(source.work)
  }
}
