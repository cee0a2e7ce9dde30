import FicModel
import Testing

@testable import FicIndex
@testable import MemoryIndex

/// What a snapshot says of works, chapters, casts and sizes, against what the plain twin says.
struct StoryAgreement {
  let seed: UInt64
  let snapshot: any IndexSnapshot
  let twin: MemorySnapshot

  /// Compares everything about some works.
  func expectAgreement(ids: [WorkID]) throws {
    let statistics = try snapshot.statistics()
    let expected = try twin.statistics()
    #expect(statistics.counts == expected.counts)
    #expect(statistics.lines == expected.lines)
    #expect(statistics.failedFiles == expected.failedFiles)
    #expect(try snapshot.works(ids) == twin.works(ids))
    #expect(try snapshot.shownCounts() == twin.shownCounts())
    let counts = try snapshot.fileProblemCounts()
    #expect(try counts == twin.fileProblemCounts())
    for code in [nil] + counts.map({ Optional($0.code) }) {
      #expect(
        try snapshot.fileProblems(code: code, limit: 2) == twin.fileProblems(code: code, limit: 2)
      )
    }
    try compareConditions(ids: ids)
    let keys = ids.flatMap { id in
      (Array(1...5) + [100_001]).map { ChapterKey(work: id, chapter: $0) }
    }
    let chapters = try snapshot.chapters(keys)
    let expectedChapters = try twin.chapters(keys)
    #expect(chapters.map(\.key) == expectedChapters.map(\.key))
    for (chapter, expected) in zip(chapters, expectedChapters) {
      #expect(chapter.chapter == expected.chapter)
      #expect(chapter.path == expected.path)
      #expect(chapter.removal == expected.removal)
    }
    try compareCasts(ids: ids)
    try compareWords()
  }

  private func compareCasts(ids: [WorkID]) throws {
    let analyzer = Analyzer()
    for name in [nil, "smith", "Mary Smith", "nobody", "sergeant"] as [String?] {
      let terms = name.map { analyzer.terms(of: $0) }
      for work in [nil, ids.first, ids.last] as [WorkID?] {
        for limit in [1, 9] {
          let cast = try snapshot.cast(of: work, named: terms, limit: limit) { _ in true }
          let expected = twin.cast(of: work, named: terms, limit: limit) { _ in true }
          #expect(cast == expected, "seed \(seed), \(name ?? "all")")
        }
      }
    }
  }

  private func compareWords() throws {
    for prefix in ["w", "walk", "s", "caf", "zz"] {
      let term = Term(bytes: Array(prefix.utf8))
      for inNames in [false, true] {
        let words = Set(try snapshot.completions(of: term, inNames: inNames, limit: .max))
        let expected = Set(twin.completions(of: term, inNames: inNames, limit: .max))
        #expect(words == expected, "seed \(seed), \(prefix), \(inNames)")
      }
    }
    for word in ["inlnd", "jons", "garde", "sea", "brn", "complet"] {
      let term = Term(bytes: Array(word.utf8))
      for key in FactKey.allCases {
        let words = try snapshot.neighbours(of: term, among: key, limit: 4)
        let expected = twin.neighbours(of: term, among: key, limit: 4)
        #expect(words == expected, "seed \(seed), \(word) among \(key)")
      }
    }
  }

  /// Compares which works satisfy random conditions, and lists of them in every order.
  private func compareConditions(ids: [WorkID]) throws {
    var conditions = RandomConditions(seed: seed)
    for round in 0..<60 {
      let condition = round == 0 ? nil : conditions.condition(depth: 3)
      let matching = try snapshot.works(matching: condition, limit: 3)
      let expected = try twin.works(matching: condition, limit: 3)
      #expect(matching == expected, "seed \(seed), \(String(describing: condition))")
      let favoured = (0..<round % 3).map { _ in conditions.condition(depth: 1) }
      let scores = ids.enumerated().map { ($0.element, Double(($0.offset + round) % 3) / 7) }
      for selection in [
        .satisfying(condition, favoured: favoured),
        .scored(Dictionary(uniqueKeysWithValues: scores)),
      ] as [WorkList.Selection] {
        let list = WorkList(
          selection,
          sort: WorksSort.allCases[round % WorksSort.allCases.count],
          seed: UInt64(round),
          isReversed: round % 4 > 1,
          foldsCopies: round % 5 > 0
        )
        try ListAgreement(list: list, snapshot: snapshot, twin: twin).expectAgreement(limit: 2)
      }
    }
    let everyWork = Array(twin.contents.works.keys)
    for ids in [ids, everyWork] + everyWork.map({ [$0] }) {
      #expect(try snapshot.holders(of: ids) == twin.holders(of: ids), "seed \(seed)")
      for key in FactKey.allCases {
        let values = try snapshot.values(of: key, in: ids)
        #expect(try values == twin.values(of: key, in: ids), "seed \(seed), \(key)")
      }
      #expect(try snapshot.days(of: ids) == twin.days(of: ids), "seed \(seed)")
    }
  }
}
