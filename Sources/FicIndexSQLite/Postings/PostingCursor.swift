/// Walks over a posting list in ascending order, skipping to the units that another list has.
struct PostingCursor {
  /// The unit that the cursor is at; nil behind the last one.
  private(set) var unit: Int?

  /// How often that unit holds the term.
  private(set) var frequency = 0

  private let list: PostingList
  private var block = -1
  private var blockUnits: [Int32] = []
  private var blockFrequencies: [UInt16] = []
  private var place = 0

  /// Starts before the first unit; `seek` moves to one.
  init(_ list: PostingList) {
    self.list = list
    unit = nil
    guard !list.isDense else { return }
    blockUnits.reserveCapacity(PostingList.blockLength)
    blockFrequencies.reserveCapacity(PostingList.blockLength)
  }

  /// Moves to the first unit from `target` on, which is not before the one that the cursor is at.
  ///
  /// Complexity: O(log n) in the number of blocks, and linear in a block.
  @inline(__always)
  mutating func seek(_ target: Int) {
    if list.isDense { return seekDense(target) }
    if let unit, unit >= target { return }
    while place < blockUnits.count, Int(blockUnits[place]) < target { place += 1 }
    if place == blockUnits.count { return seekBlock(target) }
    unit = Int(blockUnits[place])
    frequency = Int(blockFrequencies[place])
  }

  private mutating func seekDense(_ target: Int) {
    var next = target
    while next < list.units, list.bytes[list.start + next] == 0 { next += 1 }
    guard next < list.units else {
      unit = nil
      return
    }
    unit = next
    let byte = list.bytes[list.start + next]
    frequency = byte < 255 ? Int(byte) : greatFrequency(of: next)
  }

  private func greatFrequency(of unit: Int) -> Int {
    var frequency = 255
    list.forEach(in: unit..<unit + 1) { frequency = $1 }
    return frequency
  }

  private mutating func seekBlock(_ target: Int) {
    let isBlocked = list.blocks > 0
    let next = isBlocked ? list.block(holding: target, from: block + 1) : block + 1
    guard next < max(list.blocks, 1) else {
      unit = nil
      block = max(list.blocks, 1)
      blockUnits.removeAll(keepingCapacity: true)
      place = 0
      return
    }
    block = next
    read(block)
    while place < blockUnits.count, Int(blockUnits[place]) < target { place += 1 }
    guard place < blockUnits.count else {
      unit = nil
      return
    }
    unit = Int(blockUnits[place])
    frequency = Int(blockFrequencies[place])
  }

  private mutating func read(_ block: Int) {
    blockUnits.removeAll(keepingCapacity: true)
    blockFrequencies.removeAll(keepingCapacity: true)
    place = 0
    let list = list
    let span = list.bytes.span
    var reader = VarintReader(at: list.start(ofBlock: block))
    var unit = block > 0 ? list.lastUnit(ofBlock: block - 1) : 0
    for _ in 0..<min(PostingList.blockLength, list.count - block * PostingList.blockLength) {
      let code = reader.next(span)
      unit += code >> 2
      var frequency = (code & 3) + 1
      if frequency == 4 { frequency += reader.next(span) }
      guard unit < list.units else { return }
      blockUnits.append(Int32(truncatingIfNeeded: unit))
      blockFrequencies.append(UInt16(clamping: frequency))
    }
  }
}
