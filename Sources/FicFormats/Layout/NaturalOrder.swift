/// Compares names as people count: `file9` before `file10`.
package enum NaturalOrder {
  /// Whether `left` stands before `right`: runs of digits by their value, the rest byte by byte.
  ///
  /// A total order: names that differ only in leading zeros are ordered by their bytes.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    let first = Array(left.utf8)
    let second = Array(right.utf8)
    var i = 0
    var j = 0
    while i < first.count, j < second.count {
      if isDigit(first[i]), isDigit(second[j]) {
        let a = digits(from: &i, of: first)
        let b = digits(from: &j, of: second)
        if a.count != b.count { return a.count < b.count }
        if !a.elementsEqual(b) { return a.lexicographicallyPrecedes(b) }
      } else if first[i] != second[j] {
        return first[i] < second[j]
      } else {
        i += 1
        j += 1
      }
    }
    if (first.count - i) != (second.count - j) { return first.count - i < second.count - j }
    return first.lexicographicallyPrecedes(second)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// A run of digits without its leading zeros.
  private static func digits(from index: inout Int, of bytes: [UInt8]) -> ArraySlice<UInt8> {
    while index < bytes.count, bytes[index] == 0x30 { index += 1 }
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    return bytes[start..<index]
  }
}
