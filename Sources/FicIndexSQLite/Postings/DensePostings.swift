/// The sum of several posting lists: how often each unit holds any of their terms.
struct DensePostings {
  private var frequencies: [UInt16]

  /// Starts with nothing.
  init(units: Int) {
    frequencies = [UInt16](repeating: 0, count: units)
  }

  /// Adds a list.
  ///
  /// Complexity: linear in its postings; of a dense one in all units.
  mutating func add(_ list: PostingList) {
    let units = min(list.units, frequencies.count)
    let bytes = list.bytes.span
    var sums = frequencies.mutableSpan
    if list.isDense, !list.hasGreatFrequencies {
      let own = bytes.extracting(list.start..<list.start + units)
      for unit in 0..<own.count {
        let sum = sums[unit] &+ UInt16(own[unit])
        sums[unit] = sum < sums[unit] ? .max : sum
      }
    } else {
      list.forEach(in: 0..<units) { unit, frequency in
        sums[unit] = UInt16(truncatingIfNeeded: min(Int(sums[unit]) &+ frequency, 65_535))
      }
    }
  }

  /// The sum as a list.
  var list: PostingList? {
    PostingList(PostingList.denseBytes(frequencies), units: frequencies.count)
  }
}
