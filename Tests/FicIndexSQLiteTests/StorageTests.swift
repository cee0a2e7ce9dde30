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
      fingerprint: records.fingerprint
    )
  }

  @Test func `records come back`() throws {
    let bytes = RecordWriter.bytes(of: Self.records)
    let restored = try RecordReader.records(bytes, completing: Self.head())
    #expect(restored.chapter == Self.records.chapter)
    let streams = [restored, Self.records].map { LineStreams($0, ordinal: 7) }
    #expect(streams[0].terms == streams[1].terms)
    #expect(streams[0].people == streams[1].people)
    #expect(CastFigures(restored, streams[0]) == CastFigures(Self.records, streams[1]))
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
        let lines = LineStreams(restored, ordinal: RowKey.maximumOrdinal)
        for index in 0..<lines.count { _ = lines.stream(ofLine: index) }
        _ = LineColumns(lines.terms, lines.people)
        _ = CastFigures(restored, lines)
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

  @Test(arguments: [(1, 1), (1, 131_071), (RowKey.maximumOrdinal, 131_071)])
  func `rowids keep their parts`(ordinal: Int, number: Int) {
    let chapter = RowKey.chapter(ordinal: ordinal, number: number)
    #expect(chapter > 0)
    #expect(RowKey.ordinal(ofChapter: chapter) == ordinal)
    #expect(RowKey.number(ofChapter: chapter) == number)
    #expect(RowKey.chapters(ofOrdinal: ordinal).contains(chapter))
    let pieces = RowKey.textPieces(ofChapter: chapter)
    #expect(pieces.lowerBound > 0 && !RowKey.textPieces(ofChapter: chapter + 1).overlaps(pieces))
    for member in [0, 1, RowKey.maximumMembers - 1].map(CastID.init) {
      let row = RowKey.member(ordinal: ordinal, member)
      #expect(row > 0)
      #expect(RowKey.ordinal(ofMember: row) == ordinal)
      #expect(RowKey.castID(ofMember: row) == member)
      #expect(RowKey.members(ofOrdinal: ordinal).contains(row))
    }
  }
}
