/// A field of a query with its value.
package struct QueryConstraint: Hashable, Sendable {
  /// What a field may be compared with.
  package enum Value: Hashable, Sendable {
    /// A name, or words of what is known of the work; there asterisks stand for anything.
    case phrase(QueryPhrase)
    /// Numbers or days that are known of the work.
    case range(QueryRange)
    /// Chapters, counted from 1 at the start of the work, or the numbers above them.
    case chapters(ClosedRange<Int>)
    /// A part of the text.
    case zone(QueryZone)
    /// A confidence: 0…1.
    case confidence(Double)
  }

  /// The field.
  package var field: QueryField

  /// The value; its case is the one that the field takes.
  package var value: Value

  /// Where field and value stand in the query: Unicode scalars.
  package var span: Range<Int>

  /// Creates a constraint.
  package init(field: QueryField, value: Value, span: Range<Int>) {
    self.field = field
    self.value = value
    self.span = span
  }
}
