package import FicIndex
import FicModel
import FicQuery

extension MemorySnapshot {
  package func words(
    startingWith start: [UInt8],
    reading limit: Int,
    fitting fits: (_ word: [UInt8]) -> Bool
  ) throws -> (words: [Term], isCut: Bool) {
    try check()
    let all = words.filter { $0.bytes.starts(with: start) }
    return (all.prefix(max(0, limit)).filter { fits($0.bytes) }, all.count > limit)
  }

  package func completions(
    of prefix: Term,
    inNames: Bool,
    limit: Int
  ) -> [String] {
    let names = Set(
      contents.works.values.flatMap(\.cast).flatMap(\.indexedNames)
        .flatMap { Analyzer().terms(of: $0) }
    )
    let words = vocabulary.filter { word in
      word.key.bytes.starts(with: prefix.bytes) && (!inNames || names.contains(word.key))
    }
    let ranked = words.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return ranked.prefix(max(0, limit)).map(\.value.form)
  }

  package func neighbours(
    of term: Term,
    limit: Int
  ) -> [String] {
    let farthest = term.bytes.count > 4 ? 2 : 1
    var found: [(form: String, distance: Int, count: Int)] = []
    for (word, use) in vocabulary where word != term {
      guard let distance = EditDistance.between(term.bytes, word.bytes, limit: farthest) else {
        continue
      }
      found.append((use.form, distance, use.count))
    }
    found.sort { ($0.distance, $1.count, $0.form) < ($1.distance, $0.count, $1.form) }
    return found.prefix(max(0, limit)).map(\.form)
  }

  package func neighbours(
    of term: Term,
    among key: FactKey,
    limit: Int
  ) -> [String] {
    let values = contents.works.values.flatMap { work in
      FoldedFacts(work.id, path: work.path, metadata: work.metadata).values
    }
    var neighbours = FactNeighbours(of: term)
    for value in Set(values) where value.key == key { neighbours.add(value.bytes) }
    return neighbours.best(limit)
  }

  /// How often each word occurs in the story, and how it is written: as in a name where it is one.
  private var vocabulary: [Term: (form: String, count: Int)] {
    let analyzer = Analyzer()
    var words: [Term: (form: String, count: Int)] = [:]
    for records in contents.chapters.values {
      for line in ChapterLines(records.chapter).lines {
        for term in LineReading(line, of: records.chapter).words {
          words[term, default: (term.description, 0)].count += 1
        }
      }
    }
    for name in contents.works.values.flatMap(\.cast).flatMap(\.indexedNames) {
      let bytes = Array(name.utf8)
      for token in analyzer.tokens(of: bytes.span) {
        let written = String(decoding: bytes[token.span.range], as: UTF8.self)
        words[token.term, default: (written, 0)].form = written
      }
    }
    return words
  }
}
