import FicDialogue
import FicFormats
import FicIndex
import FicModel
import FicParsing
import FicSamples
import Foundation
import SeededRandom
import Testing

/// Every word of a parsed chapter is in exactly one line.
@Suite struct LineTilingTests {
  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../Fixtures").standardizedFileURL

  /// A word, and where it begins in its chapter.
  private struct Word: Hashable {
    var term: Term
    var start: Int
  }

  private static func fixtures() throws -> [(name: String, bytes: [UInt8])] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.contains(".") }.map { name in
      (name, Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }

  private static func chapters(_ name: String, _ bytes: [UInt8]) -> [Chapter] {
    let file = ChapterFile(path: name, bytes: bytes)
    guard let document = try? DocumentReaders().document(from: file) else { return [] }
    return WorkParser().parse([document]).chapters
  }

  private func words(_ span: TextSpan, of chapter: Chapter) -> [Word] {
    Analyzer().tokens(of: chapter.text.span.extracting(span.range)).map {
      Word(term: $0.term, start: $0.span.start + span.start)
    }
  }

  private func expectTiling(_ chapter: Chapter, _ comment: Comment) {
    let all = words(TextSpan(0, chapter.text.count), of: chapter)
    let lines = ChapterLines(chapter).lines
    let held = lines.flatMap(\.pieces).flatMap { words($0, of: chapter) }
      .sorted { $0.start < $1.start }
    #expect(held == all, comment)
    let terms = ChapterTerms(chapter)
    #expect(terms.words.reduce(0, +) == all.count, comment)
    #expect(terms.lines == lines, comment)
    // A stretch is a range of lines, so that the rows of a scene are one.
    #expect(lines.map(\.stretch) == lines.map(\.stretch).sorted(), comment)
    for line in lines where line.zone == .story {
      let scenes = chapter.scenes.indices.filter { chapter.scenes[$0].span.overlaps(line.span) }
      #expect(scenes.count == 1, comment)
    }
    for index in chapter.utterances.indices where chapter.utterances[index].kind != .notSpeech {
      let isInStory = lines.contains { $0.utterances.contains(index) }
      #expect(isInStory, comment)
    }
  }

  @Test func `every word of the fixtures is in one line, under both readers`() throws {
    let fixtures = try Self.fixtures()
    #expect(fixtures.count > 15)
    for (name, bytes) in fixtures {
      for file in ["a.txt", "a.md"] {
        for chapter in Self.chapters(file, bytes) { expectTiling(chapter, "\(name) as \(file)") }
      }
    }
  }

  @Test(arguments: SampleFormat.allCases)
  func `every word of a sample of each format is in one line`(format: SampleFormat) throws {
    let file = format.file(of: SampleWork(number: 7, chapters: 3))
    let chapters = Self.chapters("sample.\(format.fileExtension)", file.bytes)
    for chapter in chapters { expectTiling(chapter, "\(format)") }
  }

  @Test(arguments: 0..<60)
  func `every word of texts put together from the fixtures' lines is in one line`(
    seed: UInt64
  ) throws {
    var random = SplitMix(seed: seed)
    let lines = try Self.fixtures().flatMap { $0.bytes.split(separator: 0x0A) }
    for _ in 0..<10 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        bytes += lines.randomElement(using: &random) ?? []
        let ends: [[UInt8]] = [
          [0x0A], [0x0A, 0x0A], [0x0A, 0x0A], Array("\n\n***\n\n".utf8), [0x20],
        ]
        bytes += ends.randomElement(using: &random) ?? []
      }
      for chapter in Self.chapters("a.txt", bytes) { expectTiling(chapter, "seed \(seed)") }
    }
  }
}
