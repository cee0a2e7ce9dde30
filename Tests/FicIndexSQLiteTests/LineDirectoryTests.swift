import FicIndex
import FicModel
import GRDB
import Testing

@testable import FicIndexSQLite

/// The directory of lines follows the index, whatever comes and goes.
@Suite struct LineDirectoryTests {
  private static let script = Script(lines: [
    .told("The lamps are out."), .said(by: 0, to: [1], "So it is."), .sceneBreak,
    .told("In the morning."), .note("A note"),
  ])

  /// What a directory says of the lines that are there: the chapter, and what is known of the line.
  private struct Known: Equatable {
    var chapter: Int
    var place: Int
    var words: Int
    var mark: UInt8
    var confidence: UInt8
    var stretch: Range<Int>
  }

  private func known(_ directory: LineDirectory) -> [Known] {
    (0..<directory.end).compactMap { row in
      guard directory.marks[row] != LineMark.gone, let index = directory.chapter(of: row) else {
        return nil
      }
      let chapter = directory.chapters[index]
      let (first, stretch) = (chapter.rows.lowerBound, directory.stretch(of: row))
      return Known(
        chapter: chapter.id,
        place: row - first,
        words: Int(directory.words[row]),
        mark: directory.marks[row],
        confidence: directory.confidences[row],
        stretch: stretch.lowerBound - first..<stretch.upperBound - first
      )
    }.sorted { ($0.chapter, $0.place) < ($1.chapter, $1.place) }
  }

  private func update(_ directory: inout LineDirectory, _ writer: SQLiteIndexWriter) throws {
    try writer.perform("read", opensTransaction: false) { try directory.update($0) }
  }

  @Test func `lines lie in chapters and stretches`() throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script, Self.script])])
    var directory = LineDirectory()
    try update(&directory, SQLiteIndexWriter(path: library.path))
    #expect(directory.end == 9)
    #expect(directory.chapters.map(\.rows) == [1..<5, 5..<9])
    #expect(directory.works.mapValues(\.rows) == [1: 1..<9])
    #expect(directory.words == [0, 4, 3, 3, 4, 4, 3, 3, 4].map { UInt16($0) })
    #expect(directory.confidences[1...4] == [0, 175, 0, 0])
    #expect((1..<5).map { directory.stretch(of: $0) } == [1..<3, 1..<3, 3..<4, 4..<5])
    #expect(directory.chapter(of: 0) == nil && directory.chapter(of: 9) == nil)
    #expect(directory.chapter(of: 4) == 0 && directory.chapter(of: 5) == 1)
  }

  @Test func `what was read bit by bit is what is read at once`() throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script, Self.script, Self.script])])
    let writer = try SQLiteIndexWriter(path: library.path)
    let work = WorkID(identity: "one")
    var kept = LineDirectory()
    let changes: [() throws -> Void] = [
      {},
      { try writer.removeChapters(of: work, numbers: [2]) },
      {
        let other = Script(lines: [.thought(by: 1, "Hm."), .told("He went.")])
        try writer.replace(other.records(work: work, number: 1, cast: Library.cast))
      },
      { try writer.mergePostings(after: 1) },
      {
        for number in 4...6 {
          try writer.replace(Self.script.records(work: work, number: number, cast: Library.cast))
        }
      },
      { try writer.replace(Self.script.records(work: work, number: 4, cast: Library.cast)) },
      { try writer.rebuild() },
      { try writer.removeWork(work) },
      { try writer.rebuild() },
      {
        let id = try writer.putWork(Library.work("two"))
        try writer.replace(Self.script.records(work: id, number: 1, cast: Library.cast))
      },
    ]
    for (step, change) in changes.enumerated() {
      try change()
      try writer.commit()
      try update(&kept, writer)
      var fresh = LineDirectory()
      try update(&fresh, writer)
      #expect(known(kept) == known(fresh), "step \(step)")
      #expect(kept.mergedEnd == fresh.mergedEnd && kept.build == fresh.build, "step \(step)")
    }
    #expect(known(kept).count == 4)
  }

  @Test func `words of a chapter that is gone are in no scene before it`() async throws {
    let library = try Library()
    let scripts = [Script(lines: [.told("A lamp.")]), Script(lines: [.told("A compass.")])]
    try library.write([(Library.work("one"), scripts)])
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.removeChapters(of: WorkID(identity: "one"), numbers: [2])
    try writer.replace(
      Script(lines: [.told("A rope.")])
        .records(work: WorkID(identity: "one"), number: 3, cast: Library.cast)
    )
    try writer.commit()
    let both = TermClause.and([.words("lamp"), .words("compass")])
    #expect(try await library.find(both).isEmpty)
    #expect(try await library.find(.and([.words("lamp"), .words("rope")])).isEmpty)
    #expect(
      try await library.find(.words("lamp")) { $0.unwanted = .words("compass") } == ["1/0×1"]
    )
  }

  @Test func `rows out of order or cut off are damage`() throws {
    for damage in [
      "UPDATE chapter_line SET lines = 0", "UPDATE chapter_line SET lines = -3",
      "UPDATE chapter_line SET lines = lines + 1", "UPDATE chapter_line SET words = x'01'",
      "UPDATE chapter_line SET marks = x'00'", "UPDATE chapter_line SET confidences = x''",
    ] {
      let library = try Library()
      try library.write([(Library.work("one"), [Self.script, Self.script])])
      let writer = try SQLiteIndexWriter(path: library.path)
      try writer.perform("damage it") { try $0.change(damage, []) }
      var directory = LineDirectory()
      #expect(throws: IndexError.self, "\(damage)") { try update(&directory, writer) }
    }
  }
}
