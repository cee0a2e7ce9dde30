/// An index of a Mobipocket book: entries with numbers under tags, in a record that describes it
/// and those behind, and the words that belong to it.
///
/// Source: the MobileRead wiki, "MOBI" (INDX, TAGX, IDXT, CNCX).
struct MobipocketIndex {
  /// An entry.
  struct Entry {
    /// What it is called, in the charset of the book.
    var name: [UInt8] = []

    /// The numbers under each tag.
    var numbers: [UInt8: [Int]] = [:]

    /// The first number under a tag.
    func number(_ tag: UInt8) -> Int? { numbers[tag]?.first }
  }

  /// What a tag says of the numbers of an entry.
  private struct Tag {
    var tag: UInt8
    var width: Int
    var mask: UInt8
    var endsControls: Bool
  }

  /// The entries, in the order of their records.
  private(set) var entries: [Entry] = []

  private let database: PalmDatabase
  private let words: Range<Int>

  /// An index has so many entries at most.
  private static let mostEntries = 0xFFFF

  /// Reads the index that begins at a record; nil where there is none, or where it is damaged.
  ///
  /// Complexity: linear in the bytes of its records.
  init?(at first: Int, in database: PalmDatabase) {
    let head = database[first]
    guard head.starts(with: "INDX".utf8), let length = head.bigEndian(at: 4, length: 4),
      let records = head.bigEndian(at: 24, length: 4), records <= database.count,
      let tags = Self.tags(head, at: length)
    else { return nil }
    self.database = database
    let count = min(head.bigEndian(at: 52, length: 4) ?? 0, database.count)
    words = first + records + 1..<first + records + 1 + count
    for number in 0..<records {
      guard read(database[first + 1 + number], tags.table, controls: tags.controls) else {
        return nil
      }
    }
  }

  /// Words of the index at a place; nil where there are none.
  func words(at place: Int) -> ArraySlice<UInt8>? {
    let record = words.lowerBound + place >> 16
    guard place >= 0, words.contains(record) else { return nil }
    let bytes = database[record]
    var start = place & 0xFFFF
    guard let length = Self.number(bytes, &start, before: bytes.count) else { return nil }
    return bytes.part(from: start, count: length)
  }

  private static func tags(
    _ head: [UInt8],
    at start: Int
  ) -> (table: [Tag], controls: Int)? {
    guard head.part(from: start, count: 4).elementsEqual("TAGX".utf8),
      let length = head.bigEndian(at: start + 4, length: 4), length <= head.count,
      let controls = head.bigEndian(at: start + 8, length: 4), controls <= 8
    else { return nil }
    var table: [Tag] = []
    for place in stride(from: start + 12, to: min(start + length, head.count - 3), by: 4) {
      table.append(
        Tag(
          tag: head[place],
          width: Int(head[place + 1]),
          mask: head[place + 2],
          endsControls: head[place + 3] == 1
        )
      )
    }
    return (table, controls)
  }

  private mutating func read(_ record: [UInt8], _ tags: [Tag], controls: Int) -> Bool {
    guard record.starts(with: "INDX".utf8), let places = record.bigEndian(at: 20, length: 4),
      let count = record.bigEndian(at: 24, length: 4),
      entries.count + count <= Self.mostEntries,
      record.part(from: places, count: 4).elementsEqual("IDXT".utf8)
    else { return false }
    var end = 0
    for number in 0..<count {
      let next =
        number + 1 < count ? record.bigEndian(at: places + 6 + 2 * number, length: 2) : places
      // Entries that lie in each other would be read again and again.
      guard let start = record.bigEndian(at: places + 4 + 2 * number, length: 2), let next,
        start >= end, next > start, next <= record.count
      else { return false }
      end = next
      entries.append(Self.entry(record, start..<end, tags, controls))
    }
    return true
  }

  private static func entry(
    _ record: [UInt8],
    _ range: Range<Int>,
    _ tags: [Tag],
    _ controls: Int
  ) -> Entry {
    var entry = Entry()
    let length = Int(record[range.lowerBound])
    let start = range.lowerBound + 1 + length
    guard start + controls <= range.upperBound else { return entry }
    entry.name = Array(record[range.lowerBound + 1..<start])
    var control = start
    var place = start + controls
    // How many numbers come under each tag, or how many bytes of them.
    var parts: [(tag: UInt8, numbers: Int, bytes: Int)] = []
    for tag in tags {
      if tag.endsControls {
        control += 1
        continue
      }
      guard control < start + controls else { break }
      let value = record[control] & tag.mask
      if value == 0 { continue }
      if value == tag.mask, tag.mask.nonzeroBitCount > 1 {
        guard let bytes = number(record, &place, before: range.upperBound) else { return entry }
        parts.append((tag.tag, 0, bytes))
      } else {
        let times = Int(value >> UInt8(tag.mask.trailingZeroBitCount))
        parts.append((tag.tag, times * tag.width, 0))
      }
    }
    for part in parts {
      let stop = part.bytes > 0 ? min(range.upperBound, place + part.bytes) : range.upperBound
      var left = part.bytes > 0 ? Int.max : part.numbers
      while left > 0, let number = number(record, &place, before: stop) {
        entry.numbers[part.tag, default: []].append(number)
        left -= 1
      }
    }
    return entry
  }

  /// A number of seven bits a byte, the last of which has its high bit set.
  private static func number(_ bytes: [UInt8], _ place: inout Int, before end: Int) -> Int? {
    var value = 0
    for index in 0..<4 where place + index < min(end, bytes.count) {
      value = value << 7 | Int(bytes[place + index] & 0x7F)
      if bytes[place + index] & 0x80 != 0 {
        place += index + 1
        return value
      }
    }
    return nil
  }
}
