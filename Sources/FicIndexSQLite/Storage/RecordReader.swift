import FicModel

/// Reads the compact form of `chapter_record`.
///
/// Total: any bytes give values or `DamagedRecord`.
struct RecordReader {
  private let bytes: [UInt8]
  private var offset = 0

  /// The place from which the next span counts.
  private var place = 0

  /// The number of bytes of the text that spans lie in.
  private let textCount: Int

  /// Creates a reader.
  init(_ bytes: [UInt8], textCount: Int) {
    self.bytes = bytes
    self.textCount = textCount
  }

  /// The next number.
  mutating func number() throws(DamagedRecord) -> Int {
    var value: UInt64 = 0
    for shift in stride(from: 0 as UInt64, to: 64, by: 7) {
      let byte = try self.byte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: value) }
    }
    throw damaged("number")
  }

  /// The next number of either sign.
  mutating func signed() throws(DamagedRecord) -> Int {
    let bits = UInt64(bitPattern: Int64(try number()))
    return Int(truncatingIfNeeded: bits >> 1) ^ -Int(truncatingIfNeeded: bits & 1)
  }

  /// The next truth value.
  mutating func flag() throws(DamagedRecord) -> Bool { try byte() != 0 }

  /// The next string.
  mutating func text() throws(DamagedRecord) -> String {
    let count = try number()
    guard count >= 0, count <= bytes.count - offset else { throw damaged("string") }
    defer { offset += count }
    return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }

  /// The next string that may be absent.
  mutating func optionalText() throws(DamagedRecord) -> String? {
    try flag() ? try text() : nil
  }

  /// The next span.
  mutating func span() throws(DamagedRecord) -> TextSpan {
    let (start, overflow) = place.addingReportingOverflow(try signed())
    let count = try number()
    guard !overflow, start >= 0, start <= textCount, count >= 0, count <= textCount - start else {
      throw damaged("span")
    }
    place = start
    return TextSpan(start, start + count)
  }

  /// The next span that may be absent.
  mutating func optionalSpan() throws(DamagedRecord) -> TextSpan? {
    try flag() ? try span() : nil
  }

  /// The next elements, as many as are announced.
  mutating func all<Element>(
    _ body: (inout RecordReader) throws(DamagedRecord) -> Element
  ) throws(DamagedRecord) -> [Element] {
    let count = try number()
    // Every element takes a byte at least, so a greater number is damage and not memory.
    guard count >= 0, count <= bytes.count - offset else { throw damaged("count") }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }

  /// The next case of an enumeration, by its place among all cases.
  mutating func choice<Choice: CaseIterable>(
    of type: Choice.Type
  ) throws(DamagedRecord) -> Choice {
    let cases = Array(type.allCases)
    let index = try number()
    guard cases.indices.contains(index) else { throw damaged("choice") }
    return cases[index]
  }

  /// The error for a value that cannot be.
  func damaged(_ what: String) -> DamagedRecord {
    DamagedRecord(cause: "a chapter record has no sound \(what) at byte \(offset)")
  }

  private mutating func byte() throws(DamagedRecord) -> UInt8 {
    guard offset < bytes.count else { throw damaged("end") }
    defer { offset += 1 }
    return bytes[offset]
  }
}
