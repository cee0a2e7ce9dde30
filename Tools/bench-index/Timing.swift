import BenchQueries

/// How long one query took.
struct Timing {
  /// The query.
  var query: BenchQuery

  /// The median, in microseconds.
  var microseconds: Double

  /// The places found.
  var found: Int
}
