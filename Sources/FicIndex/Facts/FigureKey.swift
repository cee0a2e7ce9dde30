import FicQuery

/// What of a work's facts is a number; the raw value is the name in the index.
package enum FigureKey: String, CaseIterable, Hashable, Sendable {
  /// As the source says; as counted where it does not.
  case words, chapters
  /// The number of a `CalendarDate`; a work without one has none.
  case published, updated
  /// The number of the day when it came into the index.
  case added

  /// The key that a field of the query language asks for; nil for a field of another kind.
  init?(_ field: QueryField) {
    guard field.kind == .count || field.kind == .date else { return nil }
    self.init(rawValue: field.rawValue)
  }
}
