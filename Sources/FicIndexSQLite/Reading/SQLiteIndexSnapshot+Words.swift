import FicIndex
import FicQuery
import GRDB

extension SQLiteIndexSnapshot {
  /// How long one look through the vocabulary may take; what was found until then is the answer.
  private static let vocabularyTime = Duration.milliseconds(100)

  private var vocabulary: Vocabulary { Vocabulary(database, deadline: .after(Self.vocabularyTime)) }

  func words(
    startingWith start: [UInt8],
    reading limit: Int,
    fitting fits: (_ word: [UInt8]) -> Bool
  ) throws -> (words: [Term], isCut: Bool) {
    let context = try searchContext()
    var words: [Term] = []
    var count = 0
    func take(_ word: [UInt8]) -> Bool {
      guard PostingKey.isWord(word) else { return false }
      count += 1
      guard count <= limit, fits(word) else { return false }
      words.append(Term(bytes: word))
      return true
    }
    try context.dictionary.read(startingWith: start) { block, match in
      if take(match.key) { context.keep(block, match) }
      return count <= limit
    }
    let merged = Set(words)
    for word in context.directory.recent.terms(startingWith: start).sorted(by: {
      $0.lexicographicallyPrecedes($1)
    }) where !merged.contains(Term(bytes: word)) { _ = take(word) }
    return (words.sorted(), count > limit)
  }

  func completions(of prefix: Term, inNames: Bool, limit: Int) throws -> [String] {
    let words =
      inNames ? [] : try vocabulary.words(in: .lines, startingWith: prefix.bytes)
    let known = Set(words.map(\.term))
    let names = try vocabulary.words(in: .names, startingWith: prefix.bytes)
      .filter { !known.contains($0.term) }
    // What is only part of a name comes behind what texts have.
    let ranked = words.sorted { ($1.rows, $0.term) < ($0.rows, $1.term) } + names
    return try ranked.prefix(max(0, limit)).map { try vocabulary.asWritten($0.term) }
  }

  /// Of the words, only those that start with the first or the second letter of `term`.
  func neighbours(of term: Term, limit: Int) throws -> [String] {
    var words = try vocabulary.words(in: .names, startingWith: [])
    for letter in Set(term.description.unicodeScalars.prefix(2)) {
      words += try vocabulary.words(in: .lines, startingWith: Array(String(letter).utf8))
    }
    // One edit for a short word, two for a longer one.
    let bound = term.bytes.count > 4 ? 2 : 1
    var best: [Term: (distance: Int, rows: Int)] = [:]
    for word in words where word.term != term {
      guard let distance = EditDistance.between(term.bytes, word.term.bytes, limit: bound)
      else { continue }
      best[word.term] = (distance, max(word.rows, best[word.term]?.rows ?? 0))
    }
    return try best.sorted { left, right in
      (left.value.distance, right.value.rows, left.key)
        < (right.value.distance, left.value.rows, right.key)
    }
    .prefix(max(0, limit))
    .map { try vocabulary.asWritten($0.key) }
  }

  func neighbours(of term: Term, among key: FactKey, limit: Int) throws -> [String] {
    var neighbours = FactNeighbours(of: term)
    try database.query("SELECT value FROM fact WHERE key = ?", [.text(key.rawValue)]) { row in
      neighbours.add(row.bytes(0))
    }
    return neighbours.best(limit)
  }
}
