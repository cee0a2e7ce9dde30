/// The units that hold all of some terms, ascending, with how often they hold each.
struct CommonUnits {
  /// How many times longer than what is left of the others a list may be that is unpacked.
  private static let longestUnpacked = 16

  /// The number of units.
  private(set) var count = 0

  /// The units, and behind `count` what is of no use.
  private(set) var units: [Int32]

  /// The frequencies, term by term, `stride` for each.
  private(set) var frequencies: [UInt16]

  /// The room that a term has in `frequencies`.
  let stride: Int

  /// Finds the units in some ranges that all lists hold, of which there is one or more.
  ///
  /// The rarest list leads, and each other one leaves what it holds too.
  init(of lists: [PostingList], in ranges: [Range<Int>]) {
    let order = lists.indices.sorted { lists[$0].count < lists[$1].count }
    guard let lead = order.first else {
      (units, frequencies, stride) = ([], [], 0)
      return
    }
    // One more, because a unit is written before it is known to be one.
    stride = lists[lead].count + 1
    units = [Int32](repeating: 0, count: stride)
    frequencies = [UInt16](repeating: 0, count: stride * lists.count)
    take(lists[lead], in: ranges, term: lead)
    var done = [lead]
    for term in order.dropFirst() where count > 0 {
      keep(lists[term], term: term, with: done)
      done.append(term)
    }
  }

  private mutating func take(_ list: PostingList, in ranges: [Range<Int>], term: Int) {
    let first = term * stride
    let room = stride
    var count = count
    var (ownUnits, ownFrequencies) = takeOut()
    defer { putBack(&ownUnits, &ownFrequencies) }
    var units = ownUnits.mutableSpan
    var frequencies = ownFrequencies.mutableSpan
    if list.isDense {
      let bytes = list.bytes.span
      var great = list.greatFrequencies(before: 0)
      var end = 0
      for range in ranges {
        list.pass(from: end, to: range.lowerBound, &great)
        for unit in range where count < room {
          let byte = bytes[list.start &+ unit]
          units[count] = Int32(truncatingIfNeeded: unit)
          frequencies[first &+ count] =
            byte < 255 ? UInt16(byte) : UInt16(clamping: 255 + great.next(bytes))
          count &+= byte == 0 ? 0 : 1
        }
        end = range.upperBound
      }
    } else {
      list.forEach(in: ranges) { unit, frequency in
        guard count < room else { return }
        units[count] = Int32(truncatingIfNeeded: unit)
        frequencies[first &+ count] = UInt16(truncatingIfNeeded: frequency)
        count &+= 1
      }
    }
    // A damaged list may hold more than it says.
    self.count = min(count, room - 1)
  }

  /// Keeps the units that a list holds too; `done` are the terms whose frequencies are known.
  private mutating func keep(_ list: PostingList, term: Int, with done: [Int]) {
    if list.isDense || list.count / Self.longestUnpacked < count {
      let plane = FrequencyPlane(list)
      keep(term: term, with: done) { plane.frequency(at: $0) }
    } else {
      var cursor = PostingCursor(list)
      keep(term: term, with: done) { unit in
        cursor.seek(unit)
        return cursor.unit == unit ? UInt16(clamping: cursor.frequency) : 0
      }
    }
  }

  @inline(__always)
  private mutating func keep(term: Int, with done: [Int], _ frequency: (Int) -> UInt16) {
    let first = term * stride
    let known = done.count == 1 ? done[0] * stride : 0
    let total = count
    var kept = 0
    var (ownUnits, ownFrequencies) = takeOut()
    defer { putBack(&ownUnits, &ownFrequencies) }
    var units = ownUnits.mutableSpan
    var frequencies = ownFrequencies.mutableSpan
    for place in 0..<total {
      let unit = units[place]
      let found = frequency(Int(unit))
      units[kept] = unit
      frequencies[first &+ kept] = found
      if done.count == 1 {
        frequencies[known &+ kept] = frequencies[known &+ place]
      } else {
        for term in done {
          frequencies[term &* stride &+ kept] = frequencies[term &* stride &+ place]
        }
      }
      kept &+= found == 0 ? 0 : 1
    }
    count = kept
  }

  /// Takes the arrays out for a loop that also changes other parts of self.
  private mutating func takeOut() -> ([Int32], [UInt16]) {
    var out: ([Int32], [UInt16]) = ([], [])
    swap(&out.0, &units)
    swap(&out.1, &frequencies)
    return out
  }

  private mutating func putBack(_ units: inout [Int32], _ frequencies: inout [UInt16]) {
    swap(&units, &self.units)
    swap(&frequencies, &self.frequencies)
  }
}
