import FicIndex

/// Turns the units of a chapter into posting lists: takes them in ascending order, gives the terms in order.
struct UnitInverter {
  /// What a key begins with for a term of the story's text.
  static let textColumn: UInt8 = 1

  /// What a key begins with for a term of the names of who is present.
  static let castColumn: UInt8 = 2

  private let analyzer = Analyzer()
  private var table = TermTable()
  private var lastPosting: [Int32] = []
  private var terms: [UInt32] = []
  private var units: [UInt32] = []
  private var frequencies: [UInt16] = []

  /// Adds the terms of one column of a unit, with pairs of frequent words.
  mutating func add(_ text: [UInt8], column: UInt8, unit: Int) {
    let unit = UInt32(truncatingIfNeeded: unit)
    analyzer.analyze(text.span, withPairs: column == Self.textColumn) { term, _, _ in
      if term.count == 1, term[0] == Analyzer.barrier { return true }
      count(term, column: column, unit: unit)
      return true
    }
  }

  private mutating func count(_ term: Span<UInt8>, column: UInt8, unit: UInt32) {
    let number = table.number(of: term, column: column)
    if number == lastPosting.count { lastPosting.append(-1) }
    let last = Int(lastPosting[number])
    if last >= 0, units[last] == unit {
      if frequencies[last] < .max { frequencies[last] += 1 }
      return
    }
    lastPosting[number] = Int32(truncatingIfNeeded: terms.count)
    terms.append(UInt32(truncatingIfNeeded: number))
    units.append(unit)
    frequencies.append(1)
  }

  /// Hands every term to `body`, ascending, with its postings.
  func readTerms(
    _ body: (_ key: [UInt8], _ units: [UInt32], _ frequencies: [UInt16]) throws -> Void
  ) rethrows {
    var starts = [Int](repeating: 0, count: table.count + 1)
    for term in terms { starts[Int(term) + 1] += 1 }
    for number in 0..<table.count { starts[number + 1] += starts[number] }
    var next = starts
    var order = [Int32](repeating: 0, count: terms.count)
    for (posting, term) in terms.enumerated() {
      order[next[Int(term)]] = Int32(truncatingIfNeeded: posting)
      next[Int(term)] += 1
    }
    let numbers = (0..<table.count).sorted {
      table.bytes(of: $0).lexicographicallyPrecedes(table.bytes(of: $1))
    }
    for number in numbers {
      let postings = order[starts[number]..<starts[number + 1]]
      try body(
        Array(table.bytes(of: number)),
        postings.map { units[Int($0)] },
        postings.map { frequencies[Int($0)] }
      )
    }
  }
}
