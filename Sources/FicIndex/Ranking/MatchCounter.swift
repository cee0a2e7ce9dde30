/// Counts the places that match in a unit, by how often each leaf occurs in it.
package struct MatchCounter: Sendable {
  /// For each leaf over the text, the index of the first one that is equal; nil for other leaves.
  let firstPlaces: [Int?]

  private let countsText: Bool

  /// Prepares for the counted leaves of a clause.
  package init(_ leaves: [TermClause]) {
    firstPlaces = leaves.map { $0.column == .text ? leaves.firstIndex(of: $0) : nil }
    countsText = leaves.contains { $0.column == .text }
  }

  /// The sum of the frequencies, equal leaves counted once: a branch that is not satisfied says 0
  /// for a leaf that another branch counts; 1 where no leaf looks into the text.
  package func matches(_ frequencies: ArraySlice<UInt16>) -> Int {
    guard countsText else { return 1 }
    var sum = 0
    for (index, frequency) in frequencies.enumerated() {
      guard let first = firstPlaces[index] else { continue }
      if first == index { sum += Int(frequency) }
      if first != index, frequencies[frequencies.startIndex + first] == 0 { sum += Int(frequency) }
    }
    return sum
  }
}
