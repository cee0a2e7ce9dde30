import FicIndex
import FicModel
import SeededRandom
import Testing

@testable import FicIndexSQLite

/// Columns give back what they were given, and damage is an error.
@Suite struct StorageTests {
  private static let records = Script(lines: [
    .told("The garden was dark."),
    .said(by: 0, to: [1, 2], "Don't go."),
    .sceneBreak,
    .said(by: nil, to: [], "Who is there?"),
    .note("Thanks!"),
  ]).records(work: WorkID(identity: "one"), cast: Library.cast)

  private static func head() -> ChapterRecords {
    ChapterRecords(
      key: records.key,
      chapter: Chapter(text: records.chapter.text),
      path: records.path,
      fingerprint: records.fingerprint,
      scenes: [],
      utterances: [],
      utteranceIndexes: [],
      matter: [],
      cast: []
    )
  }

  @Test func `records come back`() throws {
    let bytes = RecordWriter.bytes(of: Self.records)
    let restored = try RecordReader.records(bytes, completing: Self.head())
    #expect(restored.chapter == Self.records.chapter)
    #expect(restored.scenes == Self.records.scenes)
    #expect(restored.matter == Self.records.matter)
    #expect(restored.speakerNames(ofUtterance: 0) == Self.records.speakerNames(ofUtterance: 0))
    #expect(restored.addresseeNames(ofUtterance: 0) == Self.records.addresseeNames(ofUtterance: 0))
    #expect(restored.castNames(ofScene: 0) == Self.records.castNames(ofScene: 0))
    #expect(CastFigures(restored) == CastFigures(Self.records))
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `damaged records never crash`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let bytes = RecordWriter.bytes(of: Self.records)
    for _ in 0..<200 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8.random(
          in: 0...255,
          using: &generator
        )
      }
      damaged = Array(damaged.prefix(Int.random(in: 0...damaged.count, using: &generator)))
      if let restored = try? RecordReader.records(damaged, completing: Self.head()) {
        // What passes can be used.
        for kind in IndexUnit.Kind.allCases {
          for index in restored.units(kind).indices {
            _ = restored.indexedText(of: kind, at: index)
          }
          _ = UnitTable.bytes(of: restored, kind)
        }
        _ = CastFigures(restored)
      }
    }
  }

  @Test(arguments: [0, 1, -1, 63, 64, 127, 128, 1 << 20, -(1 << 40), .max, .min])
  func `numbers come back`(number: Int) throws {
    var writer = RecordWriter()
    writer.write(number)
    writer.write(signed: number)
    var reader = RecordReader(writer.bytes, textCount: 0)
    #expect(try reader.number() == number)
    #expect(try reader.signed() == number)
  }

  @Test func `text comes back and damage is seen`() throws {
    let compression = TextCompression()
    for bytes in [[], [7], Array(repeating: 65, count: 100_000)] as [[UInt8]] {
      let frame = try compression.compress(bytes)
      #expect(try compression.decompress(frame) == bytes)
      var damaged = frame
      damaged[frame.count - 1] ^= 1
      #expect(throws: DamagedRecord.self) { try compression.decompress(damaged) }
    }
    #expect(throws: DamagedRecord.self) { try compression.decompress([]) }
    #expect(throws: DamagedRecord.self) { try compression.decompress([1, 2, 3]) }
  }

  @Test(arguments: [(1, 1, 0), (1, 131_071, 4095), (RowKey.maximumOrdinal, 131_071, 4095)])
  func `rowids keep their parts`(ordinal: Int, number: Int, index: Int) {
    for kind in IndexUnit.Kind.allCases {
      let chapter = RowKey.chapter(ordinal: ordinal, number: number)
      let rowid = RowKey.unit(kind, chapter: chapter, index: index)
      #expect(rowid > 0)
      #expect(RowKey.chapter(ofUnit: rowid, kind) == chapter)
      #expect(RowKey.index(ofUnit: rowid, kind) == index)
      #expect(RowKey.ordinal(ofChapter: chapter) == ordinal)
      #expect(RowKey.number(ofChapter: chapter) == number)
      #expect(RowKey.chapters(ofOrdinal: ordinal).contains(chapter))
      #expect(RowKey.units(kind, ofChapters: chapter...chapter).contains(rowid))
    }
  }

  @Test func `facts of units are read by index`() {
    let scenes = UnitTable.bytes(of: Self.records, .scene)
    let utterances = UnitTable.bytes(of: Self.records, .utterance)
    let matter = UnitTable.bytes(of: Self.records, .matter)
    #expect(UnitTable.words(scenes, .scene, at: 0) == 6)
    #expect(UnitTable.scene(scenes, at: 1) == 1)
    #expect(UnitTable.words(scenes, .scene, at: 2) == nil)
    let first = UnitTable.utterance(utterances, at: 0)
    #expect(first?.thousandths == 875)
    #expect(first?.kind == .speech)
    #expect(first?.scene == 0)
    #expect(UnitTable.utterance(utterances, at: 2) == nil)
    #expect(UnitTable.zone(matter, at: 0) == .authorsNote)
    #expect(UnitTable.zone(matter, at: 1) == nil)
  }
}
