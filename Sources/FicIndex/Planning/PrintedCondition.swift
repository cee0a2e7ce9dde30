/// What is asked of the numbers that are printed above chapters.
package struct PrintedCondition: Hashable, Sendable {
  /// The numbers.
  package var numbers: ClosedRange<Int>

  /// Whether chapters with such a number are left out.
  package var isNegated: Bool

  /// Creates a condition.
  package init(numbers: ClosedRange<Int>, isNegated: Bool = false) {
    self.numbers = numbers
    self.isNegated = isNegated
  }

  /// Whether a chapter suits, above which a number is printed, or none.
  package func suits(_ number: Int?) -> Bool {
    (number.map(numbers.contains) ?? false) != isNegated
  }
}
