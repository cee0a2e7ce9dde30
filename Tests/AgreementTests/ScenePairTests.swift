import FicIndex
import FicIndexSQLite
import FicIngest
import FicModel
import FicQuery
import Foundation
import SeededRandom
import Testing

/// Words of a scene are found together however far apart they stand: against a scan of the texts.
@Suite struct ScenePairTests {
  /// A scene by its number, with how often it has a word.
  private typealias Held = [Int: Int]

  private static let root = URL(filePath: #filePath)
    .appending(path: "../../..").standardizedFileURL

  /// The stories of the examples, and the novels beside the checkout where they are there.
  private static var files: [URL] {
    let novels = root.appending(path: "../shared/attribution").standardizedFileURL
    let names = (try? FileManager.default.contentsOfDirectory(atPath: novels.path)) ?? []
    if names.isEmpty {
      print("ScenePairTests: only the examples; there are no novels in ../shared/attribution")
    }
    return names.sorted().filter { $0.hasPrefix("pdnc_") && $0.hasSuffix(".txt") }
      .map { novels.appending(path: $0) } + [root.appending(path: "Examples/archive")]
  }

  @Test func `a pair of words from both ends of a scene is found, and left out, as a scan does`()
    async throws
  {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "ficsearch-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    let archive = folder.appending(path: "archive")
    try files.createDirectory(at: archive, withIntermediateDirectories: true)
    for file in Self.files {
      try files.copyItem(at: file, to: archive.appending(path: file.lastPathComponent))
    }
    let path = folder.appending(path: "index.db").path
    var run = IngestRun(
      options: IngestOptions(archive: [archive.path], jobs: 2),
      writer: try SQLiteIndexWriter(path: path, threads: 2),
      report: { _ in }
    )
    _ = try await run.run()
    let index = SQLiteSearchIndex(path: path, readers: 1)
    let (scenes, held) = try await scan(index)
    #expect(scenes.count > 10)

    var random = SplitMix(seed: 16)
    // Scenes of every length: each tenth of them, from the shortest to the longest, as often.
    let sorted = scenes.filter { $0.count >= 10 }.sorted { $0.count < $1.count }
    for pair in 0..<1000 {
      let tenth = sorted.count * (pair % 10) / 10..<sorted.count * (pair % 10 + 1) / 10
      let words = sorted[Int.random(in: tenth.isEmpty ? sorted.indices : tenth, using: &random)]
      let fifth = max(1, words.count / 5)
      let first = words[Int.random(in: 0..<fifth, using: &random)]
      let last = words[Int.random(in: words.count - fifth..<words.count, using: &random)]
      let one = try #require(held[first])
      let other = try #require(held[last])
      let both = Set(one.keys).intersection(other.keys)
      let without = Set(one.keys).subtracting(other.keys)
      let clauses = [first, last].map { TermClause.phrase(TermPhrase([$0])) }
      let plans =
        first == last
        ? [QueryPlan([LinePlan(clause: clauses[0])])]
        : [
          QueryPlan([LinePlan(clause: .and(clauses))]),
          QueryPlan([LinePlan(clause: clauses[0], unwanted: clauses[1])]),
        ]
      let sums =
        plans.count == 1
        ? [(one.count, one.values.reduce(0, +))]
        : [
          (both.count, both.reduce(0) { $0 + (one[$1] ?? 0) + (other[$1] ?? 0) }),
          (without.count, without.reduce(0) { $0 + (one[$1] ?? 0) }),
        ]
      for (plan, sum) in zip(plans, sums) {
        let totals = try await index.snapshot("count", deadline: .never) { snapshot in
          try snapshot.tally(plan, try snapshot.weights(of: plan)).totals
        }
        #expect(totals.scenes == sum.0 && totals.matches == sum.1, "\(first) \(last)")
      }
    }
  }

  /// The words of every scene, and by word which scenes hold it.
  private func scan(_ index: SQLiteSearchIndex) async throws -> ([[Term]], [Term: Held]) {
    try await index.snapshot("scan", deadline: .never) { snapshot in
      var scenes: [[Term]] = []
      var held: [Term: Held] = [:]
      for work in try snapshot.works(matching: nil, limit: .max) {
        for number in 1...max(1, work.chapters) {
          let key = ChapterKey(work: work.id, chapter: number)
          guard let chapter = try snapshot.chapters([key]).first?.chapter else { continue }
          for scene in chapter.scenes {
            // Notes within a scene are no story.
            let words = Analyzer().tokens(of: chapter.text.span.extracting(scene.span.range))
              .filter { token in
                let place = scene.span.start + token.span.start
                return chapter.zones.contains { $0.kind == .story && $0.span.range.contains(place) }
              }.map(\.term)
            for word in words { held[word, default: [:]][scenes.count, default: 0] += 1 }
            scenes.append(words)
          }
        }
      }
      return (scenes, held)
    }
  }
}
