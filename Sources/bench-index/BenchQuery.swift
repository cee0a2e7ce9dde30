/// A query to measure.
struct BenchQuery {
  /// The class whose figures it counts for.
  var group: String

  /// The query in the query language.
  var text: String

  /// Reads a line of a file of queries: class, kind and words; nil for another line.
  init?(line: Substring) {
    let parts = line.split(separator: "\t")
    guard parts.count >= 3 else { return nil }
    group = String(parts[0])
    let words = String(parts[2])
    switch parts[1] {
    case "phrase": text = "\"\(words)\""
    case "prefix": text = words + "*"
    case "near": text = "NEAR(\(words), 10)"
    case "word", "and", "query": text = words
    default: return nil
    }
  }
}
