/// How a chapter sets its dialogue, as far as it shows.
struct QuotationStyle: Hashable, Sendable {
  /// Whether single marks are the outer ones, as in British books.
  var singlesAreOuter = false

  /// Whether two single marks in a row stand for a double one.
  var doubledSingles = false

  /// Whether the stops of speech stand after the closing mark, as in "Hi".
  var stopsOutside = false

  /// Whether the guillemets point inward, as in »Hallo«.
  var guillemetsPointInward = false

  /// Whether a paragraph that begins with a dash is speech.
  var dashes = false
}
