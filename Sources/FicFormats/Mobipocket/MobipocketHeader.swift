/// The first record of a Mobipocket book: how its text is packed, and what the book is.
///
/// Source: the MobileRead wiki, "MOBI".
struct MobipocketHeader {
  /// How text records are packed.
  enum Packing: Hashable {
    case plain
    case palmDoc
    case huff
  }

  /// How text records are packed; nil where that is unknown.
  let packing: Packing?

  /// How many records of text follow.
  let textRecords: Int

  /// How many bytes of text the records hold in all.
  let textBytes: Int

  /// Whether the text is encrypted.
  let isEncrypted: Bool

  /// The name of its charset.
  let charset: String

  /// 6 and less for Mobipocket, 8 for the format that Calibre calls AZW3.
  let version: Int

  /// Which entries stand behind the text of each record, a bit each.
  let trailers: Int

  /// The first record of the Huffman code, and how many there are with the dictionary's.
  let huffRecords: Range<Int>

  /// The record that tells the text from styles and drawings; nil where there is none.
  let flowRecord: Int?

  /// The record at which the table of contents begins; nil where there is none.
  let contentsRecord: Int?

  /// The records at which the tables of the newer form begin: of what stands in the frames of its
  /// pages, and of the frames.
  let partRecord: Int?
  let frameRecord: Int?

  /// The full title in the header; empty where there is none.
  let title: String

  /// The facts by their numbers, in order.
  private(set) var facts: [(type: Int, value: [UInt8])] = []

  /// A book has so many facts at most.
  private static let mostFacts = 4096

  /// Reads the record; nil where it is too short.
  init?(_ record: [UInt8]) {
    func number(_ place: Int, _ length: Int) -> Int? { record.bigEndian(at: place, length: length) }
    guard let packing = number(0, 2), let bytes = number(4, 4), let records = number(8, 2),
      let encryption = number(12, 2)
    else { return nil }
    self.packing = [1: .plain, 2: .palmDoc, 17480: .huff][packing]
    textRecords = records
    textBytes = bytes
    isEncrypted = encryption != 0
    let isMobi = record.part(from: 16, count: 4).elementsEqual("MOBI".utf8)
    let length = isMobi ? number(20, 4) ?? 0 : 0
    charset = isMobi && number(28, 4) == 65001 ? "UTF-8" : "WINDOWS-1252"
    version = isMobi ? number(36, 4) ?? 0 : 0
    trailers = length >= 0xE4 ? number(0xF2, 2) ?? 0 : 0
    let huff = length >= 0x68 ? number(0x70, 4) ?? 0 : 0
    huffRecords = huff..<huff + min(number(0x74, 4) ?? 0, 0xFFFF)
    flowRecord = version == 8 && length >= 0xB8 ? number(0xC0, 4) : nil
    func table(_ place: Int) -> Int? {
      guard place + 4 <= 16 + length, let record = number(place, 4), record > 0, record < 0xFFFF
      else { return nil }
      return record
    }
    contentsRecord = table(0xF4)
    partRecord = version == 8 ? table(0xF8) : nil
    frameRecord = version == 8 ? table(0xFC) : nil
    title =
      isMobi
      ? String(
        decoding: record.part(from: number(84, 4) ?? 0, count: number(88, 4) ?? 0),
        as: UTF8.self
      )
      : ""
    if isMobi, number(0x80, 4).map({ $0 & 0x40 != 0 }) ?? false {
      readFacts(record, from: 16 + length)
    }
  }

  private mutating func readFacts(_ record: [UInt8], from start: Int) {
    guard record.part(from: start, count: 4).elementsEqual("EXTH".utf8),
      let count = record.bigEndian(at: start + 8, length: 4)
    else { return }
    var place = start + 12
    for _ in 0..<min(count, Self.mostFacts) {
      guard let type = record.bigEndian(at: place, length: 4),
        let length = record.bigEndian(at: place + 4, length: 4), length >= 8
      else { return }
      facts.append((type, Array(record.part(from: place + 8, count: length - 8))))
      place += length
    }
  }

  /// The record at which the newer form of the book begins, in a file that has both; nil elsewhere.
  var newerForm: Int? {
    let value = facts.first { $0.type == 121 }?.value ?? []
    let record = value.bigEndian(at: 0, length: 4)
    return record == 0xFFFF_FFFF || record == 0 ? nil : record
  }

  /// Adds what the record says of the work, as far as its pages have not said it already.
  func add(to facts: inout FactCollector) {
    func values(_ type: Int) -> [String] {
      self.facts.filter { $0.type == type }.map {
        String(decoding: CharsetDecoder().decode($0.value, declared: charset).text, as: UTF8.self)
      }
    }
    for title in values(503) + [title] { facts.addIfAbsent("title", title) }
    if !facts.has("author") { facts.add("author", items: values(100)) }
    if !facts.has("tag") { facts.add("tag", items: values(105)) }
    for description in values(103).prefix(1) where !facts.has("summary") {
      if let tree = try? MarkupParser.tree(Array(description.utf8), language: .html) {
        facts.add("summary", tree.words(of: 0))
      }
    }
    for source in values(112) where source.hasPrefix("http") { facts.addIfAbsent("url", source) }
    for publisher in values(101) { facts.addIfAbsent("site", publisher) }
    for language in values(524) { facts.addIfAbsent("lang", language) }
    for date in values(106) where date.count >= 4 && !date.hasPrefix("0101-") {
      facts.addIfAbsent("published", String(date.prefix(10)))
    }
  }
}
