import BenchQueries
import FicIndex
import FicIndexSQLite
import FicModel
import SeededRandom

/// Changes chapters of an index and looks for what they say.
final class UpdateBench {
  private let index: SQLiteSearchIndex
  private let writer: SQLiteIndexWriter
  private let works: [WorkID]
  private var generator: SplitMix

  /// Opens an index that has works.
  ///
  /// - Throws: `IndexError`.
  init(index: String, seed: UInt64) async throws {
    self.index = SQLiteSearchIndex(path: index, readers: 1)
    writer = try SQLiteIndexWriter(path: index)
    works = try await self.index.snapshot("list the works", deadline: .never) {
      try $0.works(matching: nil, limit: .max).map(\.id)
    }
    generator = SplitMix(seed: seed)
  }

  /// Changes a random chapter and waits until it is found.
  ///
  /// - Parameter finishing: Whether a run ends after it.
  /// - Returns: Microseconds until it is found, and those that the end of the run takes.
  /// - Throws: `IndexError`.
  func change(finishing: Bool) async throws -> (found: Double, finish: Double) {
    let clock = ContinuousClock()
    while true {
      let work = works[Int.random(in: works.indices, using: &generator)]
      let cards = try writer.chapterCards(of: work).filter { $0.removal == nil }
      guard let card = cards.randomElement(using: &generator),
        var records = try await records(of: ChapterKey(work: work, chapter: card.number))
      else { continue }
      let word = word()
      guard Self.replaceWords(of: &records, by: word) else { continue }
      let term = Analyzer().terms(of: String(decoding: word, as: UTF8.self))
      let plan = QueryPlan([LinePlan(clause: .phrase(TermPhrase(term)))])
      let start = clock.now
      try writer.replace(records)
      if finishing { try writer.noteText(of: work) }
      try writer.commit()
      let tally = try await index.snapshot("find a changed chapter", deadline: .never) { snapshot in
        let weights = try snapshot.weights(of: plan)
        _ = try snapshot.closest(plan, weights, limit: 10)
        return try snapshot.tally(plan, weights)
      }
      let found = start.duration(to: clock.now).microseconds
      guard tally.works.map(\.work) == [work] else {
        throw IndexError(
          code: .engine,
          operation: "find a changed chapter",
          path: index.path,
          cause:
            "\(String(decoding: word, as: UTF8.self)) of \(records.key) is in \(tally.works.count) works"
        )
      }
      let end = clock.now
      if finishing { try writer.finish() }
      return (found, end.duration(to: clock.now).microseconds)
    }
  }

  private func records(of key: ChapterKey) async throws -> ChapterRecords? {
    let stored = try await index.snapshot("read a chapter", deadline: .never) {
      try $0.chapters([key]).first
    }
    guard var records = stored else { return nil }
    records.fingerprint = Fingerprint(low: generator.next(), high: generator.next())
    return records
  }

  /// A word of eight letters that no text has.
  private func word() -> [UInt8] {
    Array("qx".utf8) + (0..<6).map { _ in UInt8.random(in: 97...122, using: &generator) }
  }

  /// Puts `word` in place of all words of eight small letters in the scenes.
  ///
  /// - Returns: Whether there was one.
  private static func replaceWords(of records: inout ChapterRecords, by word: [UInt8]) -> Bool {
    var isChanged = false
    for span in records.chapter.scenes.map(\.span) {
      var start = span.start
      for offset in span.start..<span.end {
        let byte = records.chapter.text[offset]
        let isLetter = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
        if isLetter { continue }
        defer { start = offset + 1 }
        guard byte == UInt8(ascii: " "), offset - start == word.count, start > span.start,
          records.chapter.text[start - 1] == byte
        else { continue }
        records.chapter.text.replaceSubrange(start..<offset, with: word)
        isChanged = true
      }
    }
    return isChanged
  }
}
