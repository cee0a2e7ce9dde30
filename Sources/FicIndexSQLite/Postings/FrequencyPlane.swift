/// How often each unit holds a term, in a byte a unit, to look up any of them in one step.
struct FrequencyPlane {
  private let bytes: [UInt8]
  private let start: Int

  /// The frequencies of 255 and more, by unit.
  private let great: [Int: UInt16]

  /// Unpacks a list.
  ///
  /// Complexity: linear in the number of units; a dense list is used as it is.
  init(_ list: PostingList) {
    var plane: [UInt8] = []
    if !list.isDense { plane = [UInt8](repeating: 0, count: list.units) }
    var great: [Int: UInt16] = [:]
    if !list.isDense || list.hasGreatFrequencies {
      list.forEach(in: 0..<list.units) { unit, frequency in
        if !list.isDense { plane[unit] = UInt8(clamping: frequency) }
        if frequency >= 255 { great[unit] = UInt16(truncatingIfNeeded: frequency) }
      }
    }
    bytes = list.isDense ? list.bytes : plane
    start = list.isDense ? list.start : 0
    self.great = great
  }

  /// How often a unit holds the term, 0 for never.
  @inline(__always)
  func frequency(at unit: Int) -> UInt16 {
    let byte = bytes[start &+ unit]
    return byte < 255 ? UInt16(byte) : great[unit] ?? 255
  }
}
