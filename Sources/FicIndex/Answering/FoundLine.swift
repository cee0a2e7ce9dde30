import FicModel

/// A line of a chapter that answers a query.
struct FoundLine: Sendable {
  /// The line, in the stored chapter text.
  var span: TextSpan

  /// The occurrences that begin in it, ascending, each as the places of its words.
  var occurrences: [[TextSpan]]

  /// Whether it stands for its unit, in which no word was asked for; then the occurrences are what
  /// the unit is, if anything, and not matches.
  var unit: FoundUnit

  /// The place of its first occurrence, or its own.
  var firstPlace: Int { occurrences.first?.first?.start ?? span.start }
}
