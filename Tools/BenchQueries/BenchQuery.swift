/// A query to measure.
package struct BenchQuery: Sendable {
  /// The class whose figures it counts for.
  package var group: String

  /// The query in the query language.
  package var text: String

  /// Reads a line of a file of queries: class, kind and words; nil for another line.
  package init?(line: Substring) {
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

  /// The queries of a file's text, in the order of its lines.
  package static func queries(in text: String) -> [BenchQuery] {
    text.split(separator: "\n").compactMap { BenchQuery(line: $0) }
  }
}
