/// A Mobipocket book around a text, in UTF-8.
///
/// Source: the MobileRead wiki, "MOBI" and "PalmDOC".
package struct MobipocketSample {
  private let text: [UInt8]
  private let version: Int

  /// The kinds of facts and their values, as EXTH has them.
  package var facts: [(type: Int, value: String)] = [(503, "Mills"), (100, "Ann"), (105, "Water")]

  /// 0 for a book without rights management.
  package var encryption = 0

  /// Bytes behind the text of each record, as indexing programs leave them.
  package var trailer: [UInt8] = []

  /// Creates a book of version 6, or 8 for what Calibre calls AZW3.
  package init(text: [UInt8], version: Int) {
    self.text = text
    self.version = version
  }

  /// The file.
  package var bytes: [UInt8] {
    var records: [[UInt8]] = []
    var start = 0
    while start < text.count {
      let end = min(text.count, start + 4096)
      records.append(Self.packed(Array(text[start..<end])) + trailer)
      start = end
    }
    let flows: [UInt8] =
      Array("FDST".utf8) + Self.number(12, 4) + Self.number(1, 4) + Self.number(0, 4)
      + Self.number(text.count, 4)
    let all = [header(records.count)] + records + (version == 8 ? [flows] : [])
    var result = Array("Sample".utf8) + [UInt8](repeating: 0, count: 54)
    result += Array("BOOKMOBI".utf8) + Self.number(0, 8) + Self.number(all.count, 2)
    var place = 78 + 8 * all.count + 2
    for record in all {
      result += Self.number(place, 4) + Self.number(0, 4)
      place += record.count
    }
    return result + [0, 0] + all.joined()
  }

  private func header(_ records: Int) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 16 + 232)
    func put(_ value: Int, at place: Int, _ length: Int) {
      header.replaceSubrange(place..<place + length, with: Self.number(value, length))
    }
    put(2, at: 0, 2)
    put(text.count, at: 4, 4)
    put(records, at: 8, 2)
    put(4096, at: 10, 2)
    put(encryption, at: 12, 2)
    header.replaceSubrange(16..<20, with: "MOBI".utf8)
    put(232, at: 20, 4)
    put(65001, at: 28, 4)
    put(version, at: 36, 4)
    put(0x40, at: 0x80, 4)
    if version == 8 { put(records + 1, at: 0xC0, 4) }
    if !trailer.isEmpty { put(2, at: 0xF2, 2) }
    var values: [UInt8] = []
    for fact in facts {
      values += Self.number(fact.type, 4) + Self.number(fact.value.utf8.count + 8, 4)
      values += fact.value.utf8
    }
    let exth = Array("EXTH".utf8) + Self.number(values.count + 12, 4) + Self.number(facts.count, 4)
    return header + exth + values
  }

  /// A number with its high byte first.
  package static func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// Packs a record: what stood before is copied, a space joins a letter, bytes beyond ASCII are
  /// counted, the rest stands for itself.
  private static func packed(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if let (distance, length) = match(text, at: index) {
        let pair = 0x8000 | distance << 3 | (length - 3)
        result += number(pair, 2)
        index += length
      } else if text[index] == 0x20, index + 1 < text.count, text[index + 1] >= 0x40,
        text[index + 1] < 0x80
      {
        result.append(text[index + 1] | 0x80)
        index += 2
      } else if text[index] >= 0x80 || (1...8).contains(text[index]) {
        let end = min(text.count, index + 8)
        let run = text[index..<end].prefix { $0 >= 0x80 || (1...8).contains($0) }
        result.append(UInt8(run.count))
        result += run
        index = run.endIndex
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// The longest of a few places before at which the next bytes stood already.
  private static func match(_ text: [UInt8], at index: Int) -> (distance: Int, length: Int)? {
    guard index + 3 <= text.count else { return nil }
    var best: (distance: Int, length: Int)?
    for distance in 1...min(64, max(1, index)) where distance <= index {
      var length = 0
      while length < 10, index + length < text.count,
        text[index + length] == text[index + length - distance]
      { length += 1 }
      if length >= 3, length > best?.length ?? 0 { best = (distance, length) }
    }
    return best
  }
}
