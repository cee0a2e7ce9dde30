/// A Palm database: a header, a list of places, records one after the other.
struct PalmDatabase {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// The eight bytes that say what a database holds, at their place in it.
  static let typePlace = 60

  /// Reads the list of records; nil where it is cut off or out of order.
  ///
  /// Complexity: linear in the number of records.
  init?(_ bytes: [UInt8]) {
    guard let count = bytes.bigEndian(at: 76, length: 2), count > 0 else { return nil }
    var starts: [Int] = []
    for number in 0..<count {
      guard let start = bytes.bigEndian(at: 78 + 8 * number, length: 4),
        start >= starts.last ?? 78 + 8 * count, start <= bytes.count
      else { return nil }
      starts.append(start)
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// How many records there are.
  var count: Int { starts.count }

  /// The bytes of a record; none where there is no such record.
  subscript(number: Int) -> [UInt8] {
    guard starts.indices.contains(number) else { return [] }
    let end = number + 1 < starts.count ? starts[number + 1] : bytes.count
    return Array(bytes[starts[number]..<end])
  }
}
