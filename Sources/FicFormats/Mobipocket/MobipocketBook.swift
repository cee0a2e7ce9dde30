import FicModel
import FicParsing

/// A Mobipocket book: its text out of its records.
struct MobipocketBook {
  private let database: PalmDatabase
  private let path: String
  private let bounds: UnpackingBounds
  private let packedBytes: Int
  private var header: MobipocketHeader

  /// The record that the numbers in the header count from.
  private var base = 0

  /// Finds the header; in a file with two forms of a book, that of the newer.
  init(_ file: ChapterFile, bounds: UnpackingBounds) throws(FormatError) {
    path = file.path
    self.bounds = bounds
    packedBytes = file.bytes.count
    guard let database = PalmDatabase(file.bytes), let header = MobipocketHeader(database[0]) else {
      throw FormatError(code: .damaged(detail: "its list of records is cut off"), path: file.path)
    }
    self.database = database
    self.header = header
    if let newer = header.newerForm, newer < database.count,
      let other = MobipocketHeader(database[newer]), other.version == 8, other.packing != nil
    {
      self.header = other
      base = newer
    }
    // Either form may say it.
    if header.isEncrypted || self.header.isEncrypted {
      throw FormatError(code: .encrypted, path: file.path)
    }
  }

  // MARK: Text

  /// The text of all records, without what is no text of the book's pages.
  private func text() throws(FormatError) -> [UInt8] {
    guard let packing = header.packing else {
      throw FormatError(code: .damaged(detail: "its text is packed in an unknown way"), path: path)
    }
    var huff = packing == .huff ? huffPacking() : nil
    if packing == .huff, huff == nil { throw damage("its Huffman code is damaged") }
    var text: [UInt8] = []
    let limit = bounds.limit(packed: packedBytes)
    for number in 0..<min(header.textRecords, database.count - base - 1) {
      let record = database[base + 1 + number]
      let packed = record[..<Self.textEnd(of: record, trailers: header.trailers)]
      switch packing {
      case .plain: text += packed
      case .palmDoc: text += PalmDocPacking.unpacked(packed)
      case .huff:
        guard let part = huff?.unpacked(packed) else { throw damage("record \(number + 1)") }
        text += part
      }
      guard text.count <= limit else {
        throw FormatError(code: .unpacksTooLarge(bytes: text.count, limit: limit), path: path)
      }
    }
    if let end = flowEnd, end < text.count { text.removeSubrange(max(0, end)...) }
    return text
  }

  private func damage(_ words: String) -> FormatError {
    FormatError(code: .damaged(detail: words), path: path)
  }

  private func huffPacking() -> HuffPacking? {
    let records = header.huffRecords.prefix(database.count).map { database[base + $0] }
    guard let code = records.first else { return nil }
    return HuffPacking(code: code, dictionary: Array(records.dropFirst()))
  }

  /// Where the text of a record ends: before the entries that stand behind it, each with its length
  /// at its end.
  private static func textEnd(of record: [UInt8], trailers: Int) -> Int {
    var end = record.count
    var flags = trailers >> 1
    while flags > 0 {
      if flags & 1 == 1 {
        var length = 0
        for byte in record[max(0, end - 4)..<end] {
          if byte & 0x80 != 0 { length = 0 }
          length = length << 7 | Int(byte & 0x7F)
        }
        end = max(0, end - length)
      }
      flags >>= 1
    }
    // The rest of a character that the next record begins with.
    if trailers & 1 == 1, end > 0 { end = max(0, end - Int(record[end - 1] & 3) - 1) }
    return end
  }

  /// Where the pages end and styles begin, in bytes of the text; nil where nothing says so.
  private var flowEnd: Int? {
    guard let number = header.flowRecord, number < database.count else { return nil }
    let record = database[base + number]
    guard record.starts(with: "FDST".utf8) else { return nil }
    return record.bigEndian(at: 16, length: 4)
  }

  // MARK: Pages

  /// The book as a document.
  func document() throws(FormatError) -> Document {
    let contents = MobipocketContents(header, base: base, in: database).entries
    let text = MobipocketAnchors.marked(try text(), at: contents.map(\.place))
    let decoded = CharsetDecoder().decode(text, declared: header.charset)
    let file = ChapterFile(path: "text.html", bytes: decoded.text)
    guard header.version > 0 || HTMLSniffer.isHTML(file) else {
      return try TextReader().document(from: ChapterFile(path: path, bytes: decoded.text))
    }
    let pages = Self.pages(of: decoded.text, isNewer: header.version == 8)
    let entries = navigation(contents, MobipocketAnchors.pages(of: decoded.text, in: pages))
    var story = try BookPages(entries, paths: pages.indices.map { "\($0)" }).story {
      number throws(FormatError) in
      try MarkupParser.page(Array(decoded.text[pages[number]]), path: path)
    }
    header.add(to: &story.facts)
    return story.document(diagnostics: decoded.diagnostics.filter { $0.code != .guessedCharset })
  }

  /// The entries of the table of contents whose places are in some page.
  private func navigation(
    _ contents: [MobipocketContents.Entry],
    _ pages: [Int: Int]
  ) -> [NavigationEntry] {
    contents.enumerated().compactMap { number, entry -> NavigationEntry? in
      guard let page = pages[number] else { return nil }
      let label = CharsetDecoder().decode(entry.label, declared: header.charset).text
      var found = NavigationEntry(
        path: "\(page)",
        fragment: MobipocketAnchors.id(number),
        label: String(decoding: label, as: UTF8.self),
        isParent: entry.isParent
      )
      // A page that describes the book does so from its start.
      if found.isBoilerplate || found.mayBeMatter { found.fragment = nil }
      return found
    }
  }

  /// Where pages stand: from one break to the next, or, in the newer form, from one root element to
  /// the next.
  private static func pages(of text: [UInt8], isNewer: Bool) -> [Range<Int>] {
    let mark = Array((isNewer ? "<html" : "<mbp:pagebreak").utf8)
    var starts = [0]
    var index = 0
    while let place = text[index...].firstIndex(of: mark[0]) {
      index = place + 1
      let name = text[place...].prefix(mark.count)
      guard name.count == mark.count, zip(name, mark).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else {
        continue
      }
      if place > starts[starts.count - 1] { starts.append(place) }
    }
    return zip(starts, starts.dropFirst() + [text.count]).map { $0..<$1 }
  }
}
