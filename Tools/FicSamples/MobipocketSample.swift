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

  /// The table of contents: what each entry says, and where it leads to, in bytes of the text.
  package var contents: [(label: String, place: Int)] = []

  /// In the newer form, the frames of pages and the length of what stands in each, in bytes.
  package var pages: [(frame: Int, part: Int)] = []

  /// Bytes behind the text of each record, as indexing programs leave them.
  package var trailer: [UInt8] = []

  /// Creates a book of version 6, or 8 for what Calibre calls AZW3.
  package init(text: [UInt8], version: Int) {
    self.text = text
    self.version = version
  }

  /// Creates a book whose table of contents has the second headings of its text, in frames that end
  /// before them.
  package init(pages text: [UInt8], version: Int) {
    self.init(text: text, version: version)
    let headings = text.indices.filter { text[$0...].starts(with: "<h2>".utf8) }
    contents = headings.map { place in
      let label = text[(place + 4)...].prefix { $0 != UInt8(ascii: "<") }
      return (String(decoding: label, as: UTF8.self), place)
    }
    let starts = text.indices.filter { text[$0...].starts(with: "<?xml".utf8) }
    for (start, end) in zip(starts, starts.dropFirst() + [text.count]) {
      let heading = headings.first { $0 >= start } ?? end
      pages.append((min(heading, end) - start, end - min(heading, end)))
    }
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
    let first = records.count + (version == 8 ? 2 : 1)
    let tables = contents.isEmpty ? [] : [table] + (version == 8 ? [parts, frames] : [])
    let all =
      [header(records.count, tables: tables.map(\.count), from: first)] + records
      + (version == 8 ? [flows] : []) + tables.joined()
    var result = Array("Sample".utf8) + [UInt8](repeating: 0, count: 54)
    result += Array("BOOKMOBI".utf8) + Self.number(0, 8) + Self.number(all.count, 2)
    var place = 78 + 8 * all.count + 2
    for record in all {
      result += Self.number(place, 4) + Self.number(0, 4)
      place += record.count
    }
    return result + [0, 0] + all.joined()
  }

  // MARK: Tables

  /// The records of the table of contents.
  private var table: [[UInt8]] {
    var words: [UInt8] = []
    let entries = contents.enumerated().map { number, entry in
      defer { words += Self.varint(entry.label.utf8.count) + entry.label.utf8 }
      let label = Self.varint(words.count)
      guard version == 8 else { return ("\(number)", [Self.varint(entry.place), label]) }
      let (part, offset) = part(of: entry.place)
      return ("\(number)", [label, Self.varint(part) + Self.varint(offset)])
    }
    let tags = version == 8 ? [(3, 1), (6, 2)] : [(1, 1), (3, 1)]
    return Self.index(entries, tags: tags, words: 1) + [words]
  }

  /// The records of what stands in frames.
  private var parts: [[UInt8]] {
    var place = 0
    let entries = pages.map { page in
      defer { place += page.frame + page.part }
      return ("\(place + page.frame)", [Self.varint(0) + Self.varint(page.part)])
    }
    return Self.index(entries, tags: [(6, 2)], words: 0)
  }

  /// The records of the frames.
  private var frames: [[UInt8]] {
    var place = 0
    let entries = pages.enumerated().map { number, page in
      defer { place += page.frame + page.part }
      return (
        "SKEL\(number)", [Self.varint(1), Self.varint(place) + Self.varint(page.frame)]
      )
    }
    return Self.index(entries, tags: [(1, 1), (6, 2)], words: 0)
  }

  /// The part that a place of the text is in, and how far.
  private func part(of place: Int) -> (Int, Int) {
    var start = 0
    for (number, page) in pages.enumerated() {
      if place < start + page.frame + page.part {
        return (number, max(0, place - start - page.frame))
      }
      start += page.frame + page.part
    }
    return (0, 0)
  }

  /// The records of an index, without its words.
  ///
  /// - Parameters:
  ///   - entries: The name of each, and the bytes of its numbers under each of `tags`.
  ///   - tags: Tags and how many numbers stand under each.
  ///   - words: How many records of words follow.
  /// - Returns: A record that describes the index, and one of its entries.
  private static func index(
    _ entries: [(String, [[UInt8]])],
    tags: [(tag: Int, width: Int)],
    words: Int
  ) -> [[UInt8]] {
    func record(_ count: Int, places: Int, words: Int) -> [UInt8] {
      var bytes = Array("INDX".utf8) + number(192, 4)
      bytes += [UInt8](repeating: 0, count: 12) + number(places, 4) + number(count, 4)
      bytes += number(65001, 4) + [UInt8](repeating: 0, count: 20) + number(words, 4)
      return bytes + [UInt8](repeating: 0, count: 192 - bytes.count)
    }
    var table: [UInt8] = []
    for (bit, tag) in tags.enumerated() {
      table += [UInt8(tag.tag), UInt8(tag.width), 1 << UInt8(bit), 0]
    }
    table += [0, 0, 0, 1]
    let head =
      record(1, places: 0, words: words) + Array("TAGX".utf8) + number(12 + table.count, 4)
      + number(1, 4) + table
    var data: [UInt8] = []
    var places = Array("IDXT".utf8)
    for (name, values) in entries {
      places += number(192 + data.count, 2)
      data += [UInt8(truncatingIfNeeded: name.utf8.count)] + name.utf8
      data += [(1 << UInt8(tags.count)) - 1] + values.joined()
    }
    return [head, record(entries.count, places: 192 + data.count, words: 0) + data + places]
  }

  /// A number of seven bits a byte, the last of which has its high bit set.
  private static func varint(_ value: Int) -> [UInt8] {
    var bytes = [UInt8(value & 0x7F | 0x80)]
    var rest = value >> 7
    while rest > 0 {
      bytes.insert(UInt8(rest & 0x7F), at: 0)
      rest >>= 7
    }
    return bytes
  }

  private func header(_ records: Int, tables: [Int], from first: Int) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 16 + 240)
    func put(_ value: Int, at place: Int, _ length: Int) {
      header.replaceSubrange(place..<place + length, with: Self.number(value, length))
    }
    put(2, at: 0, 2)
    put(text.count, at: 4, 4)
    put(records, at: 8, 2)
    put(4096, at: 10, 2)
    put(encryption, at: 12, 2)
    header.replaceSubrange(16..<20, with: "MOBI".utf8)
    put(240, at: 20, 4)
    put(65001, at: 28, 4)
    put(version, at: 36, 4)
    put(0x40, at: 0x80, 4)
    if version == 8 { put(records + 1, at: 0xC0, 4) }
    var table = first
    for (place, count) in zip([0xF4, 0xF8, 0xFC], tables) {
      put(table, at: place, 4)
      table += count
    }
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
