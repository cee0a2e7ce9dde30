import FicIndex

/// The posting lists of one chapter that changed since the last merge; its units count from 0.
struct ChapterPostings: Sendable {
  /// How many bytes of entries make a block: small, because every search looks into one of each
  /// changed chapter.
  private static let blockBytes = 512

  /// The chapter's id.
  let id: Int

  /// Its column of `chapter_unit`.
  let records: [UInt8]

  /// The number of its scene units.
  let units: Int

  private var firstKeys: [[UInt8]] = []
  private var blocks: [[UInt8]] = []

  /// Reads the terms of a chapter.
  init(_ chapter: ChapterRecords, id: Int) {
    self.id = id
    records = UnitTable.bytes(of: chapter, .scene)
    units = chapter.storedUnits(.scene).count
    var inverter = UnitInverter()
    for unit in 0..<units { inverter.add(sceneUnit: unit, of: chapter, as: unit) }
    var builder = TermBlockBuilder()
    inverter.readTerms { key, units, frequencies in
      let list = PostingList.encoded(units: units, frequencies: frequencies, total: self.units)
      builder.add(TermBlock.Entry(key: key, units: units.count, place: .inline(list)))
      if builder.bytes.count >= Self.blockBytes { end(builder.take()) }
    }
    if !builder.bytes.isEmpty { end(builder.take()) }
  }

  private mutating func end(_ block: (firstKey: [UInt8], bytes: [UInt8])) {
    firstKeys.append(block.firstKey)
    blocks.append(block.bytes)
  }

  /// The list of a key; nil where no unit holds it.
  func list(of key: [UInt8]) -> PostingList? {
    var low = 0
    var high = firstKeys.count
    while low < high {
      let middle = (low + high) / 2
      if key.lexicographicallyPrecedes(firstKeys[middle]) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    guard low > 0, let entry = TermBlock(blocks[low - 1]).entry(of: key) else { return nil }
    return list(entry)
  }

  /// Hands the lists of all keys that start with `prefix` to `body`.
  func readLists(startingWith prefix: [UInt8], _ body: (PostingList) -> Void) {
    for (place, bytes) in blocks.enumerated() {
      let isBefore = place + 1 < blocks.count && firstKeys[place + 1].precedes(prefix)
      if isBefore { continue }
      if prefix.precedes(firstKeys[place]), !firstKeys[place].starts(with: prefix) { break }
      let block = TermBlock(bytes)
      block.readMatches(startingWith: prefix) { match in
        if let list = block.list(of: match, units: units) { body(list) }
        return true
      }
    }
  }

  private func list(_ entry: TermBlock.Entry) -> PostingList? {
    guard case .inline(let bytes) = entry.place else { return nil }
    return PostingList(bytes, units: units)
  }
}

extension [UInt8] {
  fileprivate func precedes(_ other: [UInt8]) -> Bool { lexicographicallyPrecedes(other) }
}

extension UnitInverter {
  /// Adds what a scene unit of a chapter holds, numbered `number`.
  mutating func add(sceneUnit index: Int, of chapter: ChapterRecords, as number: Int) {
    let texts = chapter.columnTexts(.scene, at: index)
    for (column, text) in zip([Self.textColumn, Self.castColumn], texts) {
      add(text, column: column, unit: number)
    }
  }
}
