/// Up to 128 postings of a term, packed: the distances of their rows and their frequencies, each
/// with as many bits as the greatest takes.
///
/// Bytes: the bits of a distance, the bits of a frequency; the distances, each one less than it is,
/// from the row before the block; the frequencies, each one less. Both lists begin at a byte, their
/// bits from the lowest.
enum PostingBlock {
  /// The most postings.
  static let length = 128

  /// What must follow a block in memory, so that it can be read a word at a time.
  static let padding = 8

  /// The bytes of some postings behind a row.
  static func encoded(
    _ rows: ArraySlice<Int32>,
    _ counts: ArraySlice<UInt16>,
    after row: Int32
  )
    -> [UInt8]
  {
    var last = row
    var gaps: [UInt32] = []
    for row in rows {
      gaps.append(UInt32(bitPattern: row &- last &- 1))
      last = row
    }
    let frequencies = counts.map { UInt32($0) &- 1 }
    let gapBits = bits(gaps)
    let countBits = bits(frequencies)
    var bytes = [UInt8(gapBits), UInt8(countBits)]
    pack(gaps, gapBits, into: &bytes)
    pack(frequencies, countBits, into: &bytes)
    return bytes
  }

  /// Adds the postings of a block to a run.
  ///
  /// - Parameters:
  ///   - bytes: What holds the block, with `padding` bytes behind it.
  ///   - start: Where it begins.
  ///   - count: The number of its postings.
  ///   - row: The row before it.
  ///   - lastRow: The row of its last posting.
  ///   - run: Takes them; rows ascend to the last one where the block is not damaged.
  /// - Returns: Where the block ends; nil where it is damaged.
  static func read(
    _ bytes: [UInt8],
    at start: Int,
    count: Int,
    after row: Int32,
    to lastRow: Int,
    into run: inout LineRun
  ) -> Int? {
    guard start + 2 <= bytes.count else { return nil }
    let (gapBits, countBits) = (Int(bytes[start]), Int(bytes[start + 1]))
    let counts = start + 2 + (count * gapBits + 7) / 8
    let end = counts + (count * countBits + 7) / 8
    guard gapBits < 32, countBits <= 16, end + padding <= bytes.count else { return nil }
    let old = run.count
    run.rows.append(contentsOf: repeatElement(0, count: count))
    run.counts.append(contentsOf: repeatElement(1, count: count))
    // Wider than a row, so that no sum of damaged distances comes round to the last row.
    var last = Int(row)
    var rows = run.rows.mutableSpan
    unsafe bytes.withUnsafeBytes { buffer in
      let mask = UInt64(1) << UInt64(gapBits) &- 1
      var bit = (start + 2) * 8
      for place in old..<old + count {
        let word = unsafe buffer.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)
        last &+= Int(truncatingIfNeeded: word >> UInt64(bit & 7) & mask) &+ 1
        rows[place] = Int32(truncatingIfNeeded: last)
        bit &+= gapBits
      }
    }
    if countBits > 0 {
      var frequencies = run.counts.mutableSpan
      unsafe bytes.withUnsafeBytes { buffer in
        let mask = UInt64(1) << UInt64(countBits) &- 1
        var bit = counts * 8
        for place in old..<old + count {
          let word = unsafe buffer.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)
          frequencies[place] = UInt16(truncatingIfNeeded: word >> UInt64(bit & 7) & mask) &+ 1
          bit &+= countBits
        }
      }
    }
    return last == lastRow && last <= Int(Int32.max) ? end : nil
  }

  private static func bits(_ numbers: [UInt32]) -> Int {
    32 - (numbers.max() ?? 0).leadingZeroBitCount
  }

  private static func pack(_ numbers: [UInt32], _ bits: Int, into bytes: inout [UInt8]) {
    guard bits > 0 else { return }
    var word: UInt64 = 0
    var filled = 0
    for number in numbers {
      word |= UInt64(number) << UInt64(filled)
      filled += bits
      while filled >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: word))
        word >>= 8
        filled -= 8
      }
    }
    if filled > 0 { bytes.append(UInt8(truncatingIfNeeded: word)) }
  }
}
