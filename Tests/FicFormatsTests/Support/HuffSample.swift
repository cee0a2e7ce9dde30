import FicSamples

/// A Mobipocket book whose text is packed by HUFF/CDIC with codes of eight bits each.
enum HuffSample {
  /// A book.
  ///
  /// Its dictionary begins with `phrases` as they are; those after them are `packed`, which, as the
  /// text does, gives the numbers of phrases.
  static func book(phrases: [String], packed: [[UInt8]] = [], text: [UInt8]) -> [UInt8] {
    let number = MobipocketSample.number
    // Of the codes of eight bits, the greatest stands for the first phrase.
    let code = { (phrase: UInt8) in 255 - phrase }
    let short = (0..<256).flatMap { _ in number(255 << 8 | 0x80 | 8, 4) }
    let huff =
      Array("HUFF".utf8) + number(24, 4) + number(24, 4) + number(24 + 1024, 4)
      + number(0, 8) + short + [UInt8](repeating: 0, count: 256)
    let entries =
      phrases.map { (bytes: Array($0.utf8), isUnpacked: true) }
      + packed.map { (bytes: $0.map(code), isUnpacked: false) }
    var places: [UInt8] = []
    var data: [UInt8] = []
    for entry in entries {
      places += number(2 * entries.count + data.count, 2)
      data += number(entry.bytes.count | (entry.isUnpacked ? 0x8000 : 0), 2) + entry.bytes
    }
    let dictionary =
      Array("CDIC".utf8) + number(16, 4) + number(entries.count, 4) + number(8, 4) + places + data
    var header = [UInt8](repeating: 0, count: 16 + 232)
    func put(_ value: Int, at place: Int, _ length: Int) {
      header.replaceSubrange(place..<place + length, with: number(value, length))
    }
    put(17480, at: 0, 2)
    put(1, at: 8, 2)
    header.replaceSubrange(16..<20, with: "MOBI".utf8)
    put(232, at: 20, 4)
    put(65001, at: 28, 4)
    put(6, at: 36, 4)
    put(2, at: 0x70, 4)
    put(2, at: 0x74, 4)
    let records = [header, text.map(code), huff, dictionary]
    var bytes = [UInt8](repeating: 0, count: 60) + Array("BOOKMOBI".utf8) + number(0, 8)
    bytes += number(records.count, 2)
    var place = 78 + 8 * records.count
    for record in records {
      bytes += number(place, 4) + number(0, 4)
      place += record.count
    }
    return bytes + records.joined()
  }
}
