/// The table of contents of a Mobipocket book, whose entries give places in the text.
///
/// Source: the MobileRead wiki, "MOBI" (NCX), and for the newer form the tables of frames and of
/// what stands in them, as open programs read them (KindleUnpack).
struct MobipocketContents {
  /// An entry.
  struct Entry: Hashable {
    /// Where it leads to, in bytes of the text.
    var place: Int

    /// What it says, in the charset of the book.
    var label: [UInt8]

    /// Whether others stand below it, as chapters do below a part.
    var isParent: Bool
  }

  /// The tags of the entries' numbers.
  private enum Tag {
    static let place: UInt8 = 1
    static let label: UInt8 = 3
    static let partAndOffset: UInt8 = 6
    static let firstChild: UInt8 = 22
  }

  /// In the order of the table.
  private(set) var entries: [Entry] = []

  /// Reads the table of a book whose records are counted from `base`; empty where it has none, or a
  /// damaged one.
  init(_ header: MobipocketHeader, base: Int, in database: PalmDatabase) {
    guard let record = header.contentsRecord,
      let index = MobipocketIndex(at: base + record, in: database)
    else { return }
    let parts = header.version == 8 ? Self.parts(header, base: base, in: database) : []
    for entry in index.entries {
      guard let place = Self.place(of: entry, parts),
        let label = entry.number(Tag.label).flatMap(index.words), !label.isEmpty
      else { continue }
      entries.append(
        Entry(
          place: place,
          label: Array(label),
          isParent: entry.number(Tag.firstChild) != nil
        )
      )
    }
  }

  private static func place(of entry: MobipocketIndex.Entry, _ parts: [Int]) -> Int? {
    if let numbers = entry.numbers[Tag.partAndOffset], numbers.count == 2 {
      return parts.indices.contains(numbers[0]) ? parts[numbers[0]] + numbers[1] : nil
    }
    return parts.isEmpty ? entry.number(Tag.place) : nil
  }

  /// Where the parts of the newer form's pages begin, in bytes of the text: each page is its frame,
  /// then what stands in it, part by part.
  private static func parts(
    _ header: MobipocketHeader,
    base: Int,
    in database: PalmDatabase
  ) -> [Int] {
    guard let frames = header.frameRecord, let parts = header.partRecord,
      let frames = MobipocketIndex(at: base + frames, in: database),
      let parts = MobipocketIndex(at: base + parts, in: database)
    else { return [] }
    var starts: [Int] = []
    for frame in frames.entries {
      guard let count = frame.number(1), let bounds = frame.numbers[6], bounds.count >= 2 else {
        return starts
      }
      var place = bounds[0] + bounds[1]
      for _ in 0..<min(count, parts.entries.count - starts.count) {
        let bounds = parts.entries[starts.count].numbers[6] ?? []
        starts.append(place)
        place += bounds.count >= 2 ? bounds[1] : 0
      }
    }
    return starts
  }
}
