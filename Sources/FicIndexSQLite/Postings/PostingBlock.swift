/// Up to 128 postings of a term, packed: the distances of their rows and their frequencies, each
/// with as many bits as most take, and the rest of the few that take more behind them.
///
/// Bytes: the bits of a distance, the bits of a frequency, 128 more each where some take more; the
/// distances, each one less than it is, from the row before the block; the frequencies, each one
/// less. Both lists begin at a byte, their bits from the lowest. Then, of distances and of
/// frequencies that have some: how many take more, and of each its index (a byte) and what its bits
/// lack (varint). Such a *patched frame of reference*: Zukowski and others, Super-Scalar RAM-CPU
/// Cache Compression, 2006.
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
    let (gapBits, gapRests) = frame(gaps)
    let (countBits, countRests) = frame(frequencies)
    var bytes = [
      UInt8(gapBits) | (gapRests.isEmpty ? 0 : patched),
      UInt8(countBits) | (countRests.isEmpty ? 0 : patched),
    ]
    pack(gaps, gapBits, into: &bytes)
    pack(frequencies, countBits, into: &bytes)
    for rests in [gapRests, countRests] where !rests.isEmpty {
      bytes.append(UInt8(rests.count))
      for (index, rest) in rests {
        bytes.append(UInt8(index))
        bytes.append(varint: Int(rest))
      }
    }
    return bytes
  }

  /// Says that some numbers take more than the bits of their block.
  private static let patched: UInt8 = 0x80

  /// The bits that make the numbers of a block shortest, and what those lack that take more.
  private static func frame(_ numbers: [UInt32]) -> (bits: Int, rests: [(index: Int, UInt32)]) {
    let most = 32 - (numbers.max() ?? 0).leadingZeroBitCount
    // How many numbers take so many bits, or more.
    var taking = [Int](repeating: 0, count: 33)
    for number in numbers { taking[32 - number.leadingZeroBitCount] += 1 }
    for bits in (0..<32).reversed() { taking[bits] += taking[bits + 1] }
    var best = most
    var least = (numbers.count * most + 7) / 8
    for bits in 0..<most {
      // One byte says how many there are; of each its index, and a byte for each seven bits.
      var all = (numbers.count * bits + 7) / 8 + 1 + taking[bits + 1]
      for more in stride(from: bits + 1, to: 33, by: 7) { all += taking[more] }
      if all < least { (best, least) = (bits, all) }
    }
    let rests = numbers.enumerated().filter { $0.element >> UInt32(best) > 0 && best < 32 }
    return (best, rests.map { ($0.offset, $0.element >> UInt32(best)) })
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
    let (gapBits, countBits) = (Int(bytes[start] & ~patched), Int(bytes[start + 1] & ~patched))
    let counts = start + 2 + (count * gapBits + 7) / 8
    var end = counts + (count * countBits + 7) / 8
    guard gapBits < 32, countBits <= 16, end + padding <= bytes.count else { return nil }
    let old = run.count
    run.rows.append(contentsOf: repeatElement(0, count: count))
    run.counts.append(contentsOf: repeatElement(1, count: count))
    let rests = bytes[start] & patched != 0 ? end : nil
    guard
      let last = readRows(
        bytes,
        at: start + 2,
        gapBits,
        rests: rests,
        &end,
        after: Int(row),
        from: old,
        &run.rows
      ),
      readCounts(
        bytes,
        at: counts,
        countBits,
        isPatched: bytes[start + 1] & patched != 0,
        &end,
        from: old,
        &run.counts
      )
    else { return nil }
    return last == lastRow && last <= Int(Int32.max) ? end : nil
  }

  /// Reads distances, and adds them up to rows from an index on.
  ///
  /// - Returns: The last row; nil where the block is damaged.
  private static func readRows(
    _ bytes: [UInt8],
    at start: Int,
    _ bits: Int,
    rests: Int?,
    _ end: inout Int,
    after row: Int,
    from first: Int,
    _ rows: inout [Int32]
  ) -> Int? {
    // Wider than a row, so that no sum of damaged distances comes round to the last row.
    var last = row
    var rows = rows.mutableSpan
    guard let rests else {
      unpack(bytes, at: start, bits, rows.count - first) { index, gap in
        last &+= gap &+ 1
        rows[first + index] = Int32(truncatingIfNeeded: last)
      }
      return last
    }
    unpack(bytes, at: start, bits, rows.count - first) { index, gap in
      rows[first + index] = Int32(truncatingIfNeeded: gap)
    }
    let place = patch(bytes, at: rests, rows.count - first) { index, rest in
      rows[first + index] |= Int32(truncatingIfNeeded: rest << bits)
    }
    guard let place else { return nil }
    end = place
    for index in first..<rows.count {
      last &+= Int(rows[index]) &+ 1
      rows[index] = Int32(truncatingIfNeeded: last)
    }
    return last
  }

  /// Reads frequencies from an index on.
  ///
  /// - Returns: Whether the block is not damaged.
  private static func readCounts(
    _ bytes: [UInt8],
    at start: Int,
    _ bits: Int,
    isPatched: Bool,
    _ end: inout Int,
    from first: Int,
    _ counts: inout [UInt16]
  ) -> Bool {
    var counts = counts.mutableSpan
    if bits > 0 {
      unpack(bytes, at: start, bits, counts.count - first) { index, frequency in
        counts[first + index] = UInt16(truncatingIfNeeded: frequency) &+ 1
      }
    }
    guard isPatched else { return true }
    let place = patch(bytes, at: end, counts.count - first) { index, rest in
      counts[first + index] &+= UInt16(truncatingIfNeeded: rest << bits)
    }
    end = place ?? end
    return place != nil
  }

  /// Hands the numbers of a list to `body`, each with its index.
  @inline(__always)
  private static func unpack(
    _ bytes: [UInt8],
    at start: Int,
    _ bits: Int,
    _ count: Int,
    _ body: (_ index: Int, _ number: Int) -> Void
  ) {
    unsafe bytes.withUnsafeBytes { buffer in
      let mask = UInt64(1) << UInt64(bits) &- 1
      var bit = start * 8
      for index in 0..<count {
        let word = unsafe buffer.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)
        body(index, Int(truncatingIfNeeded: word >> UInt64(bit & 7) & mask))
        bit &+= bits
      }
    }
  }

  /// Hands what numbers lack to `body`, each with its index.
  ///
  /// - Returns: Where it ends; nil where it is damaged.
  private static func patch(
    _ bytes: [UInt8],
    at start: Int,
    _ count: Int,
    _ body: (_ index: Int, _ rest: Int) -> Void
  ) -> Int? {
    let end = bytes.count - padding
    guard start < end else { return nil }
    var reader = VarintReader(at: start + 1)
    for _ in 0..<bytes[start] {
      guard reader.offset < end, bytes[reader.offset] < count else { return nil }
      let index = Int(bytes[reader.offset])
      reader.offset += 1
      body(index, reader.next(bytes.span))
    }
    return reader.offset <= end ? reader.offset : nil
  }

  private static func pack(_ numbers: [UInt32], _ bits: Int, into bytes: inout [UInt8]) {
    guard bits > 0 else { return }
    var word: UInt64 = 0
    var filled = 0
    let mask = UInt64(1) << UInt64(bits) &- 1
    for number in numbers {
      word |= (UInt64(number) & mask) << UInt64(filled)
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
