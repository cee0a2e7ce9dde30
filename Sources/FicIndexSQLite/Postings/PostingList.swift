/// Which units hold a term and how often, as a blob.
///
/// The first byte says the form; numbers are little-endian, varints LEB128.
///
/// - *short* (0): the number of postings (varint), then the postings.
/// - *blocked* (1): the number of postings (4 bytes); for each block of 128 its last unit and the place
///   where its bytes end (4 bytes each, counted from the first block's first byte); then the postings.
///   A search that looks for one unit skips whole blocks.
/// - *dense* (2), for a term that more than half of the units hold: the number of postings and that of
///   units (4 bytes each); a byte for each unit, 255 for 255 and more; then those great frequencies
///   as varints, in the order of the units.
///
/// A posting is a varint: the distance from the unit before times 4, plus the frequency less one where
/// that is below 3; else plus 3, and a varint with the frequency less 4 follows. Frequencies above
/// 65,535 are 65,535.
///
/// A blob that another program has damaged gives wrong postings, never a unit that is out of range
/// of `units` nor a crash.
struct PostingList {
  /// The postings of a block.
  static let blockLength = 128

  private static let short: UInt8 = 0
  private static let blocked: UInt8 = 1
  private static let dense: UInt8 = 2
  private static let skipWidth = 8

  /// What holds the blob.
  let bytes: [UInt8]

  /// Where the blob is in `bytes`.
  private let blob: Range<Int>

  /// The number of units that hold the term.
  let count: Int

  /// The number of units that there are; no posting is of another.
  let units: Int

  /// Where the postings begin.
  let start: Int

  /// Whether every unit has its byte.
  let isDense: Bool

  /// The number of blocks; 0 for a list without a table of them.
  let blocks: Int

  /// Reads the head of a blob; nil where it is damaged.
  init?(_ bytes: [UInt8], units: Int) {
    self.init(bytes, in: bytes.indices, units: units)
  }

  /// Reads the head of a blob that is a range of `bytes`; nil where it is damaged.
  init?(_ bytes: [UInt8], in blob: Range<Int>, units: Int) {
    guard let head = blob.first, blob.upperBound <= bytes.count else { return nil }
    self.bytes = bytes
    self.blob = blob
    self.units = units
    switch bytes[head] {
    case Self.short:
      var reader = VarintReader(at: head + 1)
      count = reader.next(bytes.span)
      start = reader.offset
      isDense = false
      blocks = 0
    case Self.blocked:
      guard blob.count >= 5 else { return nil }
      count = Int(bytes.number(at: head + 1))
      blocks = (count + Self.blockLength - 1) / Self.blockLength
      start = head + 5 + blocks * Self.skipWidth
      isDense = false
      guard start <= blob.upperBound else { return nil }
    case Self.dense:
      guard blob.count >= Self.denseHead, Int(bytes.number(at: head + 5)) == units,
        blob.count >= Self.denseHead + units
      else { return nil }
      count = Int(bytes.number(at: head + 1))
      start = head + Self.denseHead
      isDense = true
      blocks = 0
    default: return nil
    }
    guard count <= units else { return nil }
  }

  /// The last unit of a block.
  func lastUnit(ofBlock block: Int) -> Int {
    Int(bytes.number(at: blob.lowerBound + 5 + block * Self.skipWidth))
  }

  /// Where the bytes of a block begin in `bytes`.
  func start(ofBlock block: Int) -> Int {
    guard block > 0 else { return start }
    return start + Int(bytes.number(at: blob.lowerBound + 5 + (block - 1) * Self.skipWidth + 4))
  }

  /// The first block that can hold a unit from `unit` on, `first` or a later one.
  ///
  /// Complexity: O(log n).
  func block(holding unit: Int, from first: Int) -> Int {
    var low = first
    var high = blocks
    while low < high {
      let middle = (low + high) / 2
      if lastUnit(ofBlock: middle) < unit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Hands the postings of the units in `range` to `body`, ascending.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (_ unit: Int, _ frequency: Int) -> Void) {
    if isDense {
      var great = greatFrequencies(before: range.lowerBound)
      return forEachDense(in: range, &great, body)
    }
    let span = bytes.span
    var (reader, unit, index) = start(at: range.lowerBound)
    let end = min(range.upperBound, units)
    while index < count {
      let code = reader.next(span)
      unit &+= code >> 2
      var frequency = code & 3 &+ 1
      if frequency == 4 { frequency = min(4 &+ reader.next(span), 65_535) }
      index &+= 1
      guard unit < end else { return }
      if unit >= range.lowerBound { body(unit, frequency) }
    }
  }

  /// Hands the postings of the units in `ranges`, which ascend, to `body`, ascending.
  ///
  /// Complexity: as of one range from the first to the last, however many there are.
  @inline(__always)
  func forEach(in ranges: [Range<Int>], _ body: (_ unit: Int, _ frequency: Int) -> Void) {
    guard isDense else {
      for range in ranges { forEach(in: range, body) }
      return
    }
    var great = greatFrequencies(before: 0)
    var end = 0
    for range in ranges {
      pass(from: end, to: range.lowerBound, &great)
      forEachDense(in: range, &great, body)
      end = range.upperBound
    }
  }

  /// How many of the units in `range` hold the term.
  ///
  /// Complexity: linear in the range; a list that is not dense reads some postings before it.
  func count(in range: Range<Int>) -> Int {
    var count = 0
    if isDense {
      for unit in range.clamped(to: 0..<units) { count &+= bytes[start + unit] == 0 ? 0 : 1 }
    } else {
      forEach(in: range) { _, _ in count &+= 1 }
    }
    return count
  }

  /// Where to read the postings that are not dense, so as to meet all from `unit` on: the reader, the
  /// unit of the posting before and the index of the next one.
  func start(at unit: Int) -> (reader: VarintReader, unit: Int, index: Int) {
    guard blocks > 0, unit > 0 else { return (VarintReader(at: start), 0, 0) }
    let block = block(holding: unit, from: 0)
    return (
      VarintReader(at: start(ofBlock: block)),
      block > 0 ? lastUnit(ofBlock: block - 1) : 0,
      block * Self.blockLength
    )
  }

  /// Whether some unit of a dense list has a frequency of 255 or more.
  var hasGreatFrequencies: Bool { isDense && blob.upperBound > start + units }

  /// Where to read the great frequencies of the units of a dense list from `unit` on.
  ///
  /// Complexity: linear in the units before.
  func greatFrequencies(before unit: Int) -> VarintReader {
    var reader = VarintReader(at: start + units)
    pass(from: 0, to: unit, &reader)
    return reader
  }

  /// Moves a reader of great frequencies past those of some units of a dense list.
  func pass(from first: Int, to end: Int, _ great: inout VarintReader) {
    guard hasGreatFrequencies, first < end else { return }
    let span = bytes.span
    for unit in first..<min(end, units) where span[start + unit] == 255 { _ = great.next(span) }
  }

  @inline(__always)
  private func forEachDense(
    in range: Range<Int>,
    _ great: inout VarintReader,
    _ body: (_ unit: Int, _ frequency: Int) -> Void
  ) {
    let span = bytes.span
    let end = min(range.upperBound, units)
    var unit = range.lowerBound
    while unit < end {
      let byte = span[start + unit]
      if byte != 0 {
        let frequency = byte < 255 ? Int(byte) : min(255 + great.next(span), 65_535)
        body(unit, frequency)
      }
      unit += 1
    }
  }

  /// The blob of some postings; `units` ascending, all below `total`, as many as `frequencies`,
  /// which are 1 or more.
  static func encoded(units: [UInt32], frequencies: [UInt16], total: Int) -> [UInt8] {
    let count = min(units.count, frequencies.count)
    if count > blockLength, count * 2 > total {
      return denseBytes(units: units, frequencies: frequencies, total: total)
    }
    var bytes: [UInt8] = []
    if count <= blockLength {
      bytes.append(short)
      bytes.append(varint: count)
    } else {
      bytes.append(blocked)
      bytes.append(number: count)
      let blocks = (count + blockLength - 1) / blockLength
      bytes.append(contentsOf: repeatElement(0, count: blocks * skipWidth))
    }
    let start = bytes.count
    var previous = 0
    for index in 0..<count {
      let unit = Int(units[index])
      let frequency = Int(max(1, frequencies[index]))
      bytes.append(varint: (unit - previous) << 2 | min(frequency - 1, 3))
      if frequency > 3 { bytes.append(varint: frequency - 4) }
      previous = unit
      let isLast = index == count - 1 || (index + 1) % blockLength == 0
      if count > blockLength, isLast {
        let entry = 5 + index / blockLength * skipWidth
        bytes.replace(number: unit, at: entry)
        bytes.replace(number: bytes.count - start, at: entry + 4)
      }
    }
    return bytes
  }

  private static func denseBytes(
    units: [UInt32],
    frequencies: [UInt16],
    total: Int
  ) -> [UInt8] {
    var all = [UInt16](repeating: 0, count: total)
    for (unit, frequency) in zip(units, frequencies) { all[Int(unit)] = max(1, frequency) }
    return denseBytes(all)
  }

  /// The blob of a dense list; `frequencies` has one for each unit.
  static func denseBytes(_ frequencies: [UInt16]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: denseHead + frequencies.count)
    bytes[0] = dense
    bytes.replace(number: frequencies.reduce(0) { $0 + ($1 == 0 ? 0 : 1) }, at: 1)
    bytes.replace(number: frequencies.count, at: 5)
    for (unit, frequency) in frequencies.enumerated() {
      bytes[denseHead + unit] = UInt8(clamping: frequency)
      if frequency >= 255 { bytes.append(varint: Int(frequency) - 255) }
    }
    return bytes
  }

  /// The length of what stands before the bytes of a dense list's units.
  private static let denseHead = 9
}

extension [UInt8] {
  /// The four bytes at `offset` as a little-endian number; 0 where they are not there.
  func number(at offset: Int) -> UInt32 {
    guard offset >= 0, offset + 4 <= count else { return 0 }
    return UInt32(self[offset]) | UInt32(self[offset + 1]) << 8 | UInt32(self[offset + 2]) << 16
      | UInt32(self[offset + 3]) << 24
  }

  /// Appends a number as four little-endian bytes.
  mutating func append(number: Int) {
    for shift in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// Appends a number, 0 or more, as a varint.
  mutating func append(varint number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  fileprivate mutating func replace(number: Int, at offset: Int) {
    for (place, shift) in [0, 8, 16, 24].enumerated() {
      self[offset + place] = UInt8(truncatingIfNeeded: number >> shift)
    }
  }
}
