/// The packing of PalmDOC: literals, copies of what stands up to 2,047 bytes before, spaces joined
/// to the letter after them.
enum PalmDocPacking {
  /// Unpacks a record; a copy that reaches before its start is left out.
  ///
  /// Complexity: linear in the bytes, packed and unpacked; a packed byte gives at most five.
  static func unpacked(_ packed: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(packed.count * 2)
    var index = packed.startIndex
    while index < packed.endIndex {
      let byte = packed[index]
      index += 1
      switch byte {
      case 1...8:
        let end = min(packed.endIndex, index + Int(byte))
        result += packed[index..<end]
        index = end
      case 0x80...0xBF:
        guard index < packed.endIndex else { return result }
        let pair = Int(byte) << 8 | Int(packed[index])
        index += 1
        let distance = pair >> 3 & 0x7FF
        guard distance > 0, distance <= result.count else { continue }
        // What is copied may overlap what it gives.
        for _ in 0..<(pair & 7) + 3 { result.append(result[result.count - distance]) }
      case 0xC0...0xFF:
        result.append(0x20)
        result.append(byte ^ 0x80)
      default: result.append(byte)
      }
    }
    return result
  }
}
