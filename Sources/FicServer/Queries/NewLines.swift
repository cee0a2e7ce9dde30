import FicModel

/// The lines that watched queries find anew.
struct NewLines: Sendable {
  /// The names of the queries that were asked, in the order of the file.
  private(set) var names: [String] = []

  /// The new lines, each once, by query as read.
  private(set) var hits: [Hit] = []

  /// What each query finds now, by its name.
  private(set) var found: [String: SeenLines] = [:]

  private var begin: SearchBegin?
  private var known: Set<UInt64> = []

  /// Adds what a query finds, apart from what was `seen` of it.
  mutating func add(_ name: String, _ lines: FoundLines, apartFrom seen: SeenLines, at time: Int) {
    begin = begin ?? lines.begin
    names.append(name)
    var keys: Set<UInt64> = []
    for hit in lines.hits {
      let key = SeenLines.key(of: hit)
      keys.insert(key)
      if !seen.keys.contains(key), known.insert(key).inserted { hits.append(hit) }
    }
    found[name] = SeenLines(time: time, keys: keys)
  }

  /// The query that all of them make.
  var query: String { names.map { "@" + $0 }.joined(separator: " OR ") }

  /// The answer with the new lines; nil where no query was asked.
  var records: [SearchRecord]? {
    guard var begin else { return nil }
    begin.query = query
    begin.readAs = nil
    let end = SearchEnd(
      totals: SearchTotals(
        works: Set(hits.map(\.work.id)).count,
        chapters: Set(hits.map { "\($0.work.id):\($0.chapter.number)" }).count,
        scenes: Set(hits.map { "\($0.work.id):\($0.chapter.number):\($0.scene ?? 0)" }).count,
        matches: hits.count
      )
    )
    return [.begin(begin)] + hits.map(SearchRecord.hit) + [.end(end)]
  }
}
