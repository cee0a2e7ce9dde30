/// The fields of the query language: the one table of their names.
package enum QueryField: String, CaseIterable, Hashable, Sendable {
  /// Who speaks.
  case from
  /// Who is spoken to.
  case to
  /// Who is present in the scene.
  case with
  /// The part of the text.
  case `in`
  /// The work's title.
  case work
  /// The work's author.
  case author
  /// The chapter's place in the work, or a range of places.
  case chapter
  /// The last chapter to look into.
  case upto
  /// The least confidence of who speaks.
  case confidence

  /// Fields that the language has and this version has not.
  package static let laterNames = [
    "about", "fandom", "ship", "char", "tag", "rating", "warning", "status", "lang", "site",
    "series", "words", "updated", "published",
  ]

  /// The name of a field of either kind that is most like `name`, if one is like it.
  package static func nearestName(to name: String) -> String? {
    EditDistance.nearest(to: name, among: allCases.map(\.rawValue) + laterNames, within: 2)
  }
}
