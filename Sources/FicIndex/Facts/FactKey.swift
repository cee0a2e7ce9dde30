import FicQuery

/// What of a work's facts is compared with words; the raw value is the name in the index.
package enum FactKey: String, CaseIterable, Hashable, Sendable {
  case title, author, fandom, ship, char, tag, rating, warning, genre, status, lang, site, series
  /// The name of its file or folder.
  case file

  /// The key that a field of the query language asks for; nil for a field of another kind.
  init?(_ field: QueryField) {
    if field == .work {
      self = .title
    } else if field.kind == .text {
      self.init(rawValue: field.rawValue)
    } else {
      return nil
    }
  }
}
