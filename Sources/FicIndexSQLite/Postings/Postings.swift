/// Units that hold a term, ascending, each with how often.
struct Postings {
  /// The units.
  private(set) var units: [UInt32] = []

  /// As many as units.
  private(set) var frequencies: [UInt16] = []

  /// Adds the postings of a list whose units all come after those here.
  mutating func append(_ list: PostingList) {
    list.forEach(in: 0..<list.units) { unit, frequency in
      units.append(UInt32(truncatingIfNeeded: unit))
      frequencies.append(UInt16(clamping: frequency))
    }
  }

  /// Adds the postings of a list under new numbers, which ascend as the old ones do; those whose
  /// number is -1 are left out.
  mutating func append(_ list: PostingList, _ numbers: [Int32]) {
    list.forEach(in: 0..<list.units) { unit, frequency in
      guard numbers[unit] >= 0 else { return }
      units.append(UInt32(truncatingIfNeeded: numbers[unit]))
      frequencies.append(UInt16(clamping: frequency))
    }
  }

  /// Both together; no unit is in both.
  func merging(_ other: Postings) -> Postings {
    if units.isEmpty { return other }
    if other.units.isEmpty { return self }
    var result = Postings()
    result.units.reserveCapacity(units.count + other.units.count)
    result.frequencies.reserveCapacity(units.count + other.units.count)
    var (i, j) = (0, 0)
    while i < units.count || j < other.units.count {
      if j == other.units.count || (i < units.count && units[i] < other.units[j]) {
        result.units.append(units[i])
        result.frequencies.append(frequencies[i])
        i += 1
      } else {
        result.units.append(other.units[j])
        result.frequencies.append(other.frequencies[j])
        j += 1
      }
    }
    return result
  }
}
