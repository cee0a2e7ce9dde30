import FicModel

/// All lines that a saved query finds, up to a bound.
struct FoundLines: Sendable {
  /// How the query was understood; nil where the search said nothing.
  var begin: SearchBegin?

  /// The lines, as read.
  var hits: [Hit] = []
}
