/// How many letters must be put in, left out, changed or swapped with the next to make one word of
/// another.
///
/// The optimal string alignment of Damerau (1964) and Wagner and Fischer (1974).
package enum EditDistance {
  /// The distance between two words, if it is at most `limit`.
  ///
  /// Complexity: O(n · m).
  package static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = last
    for (i, a) in left.enumerated() {
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        var best = min(last[j + 1], row[j]) + 1
        best = min(best, last[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row[j + 1] = best
      }
      if (row.min() ?? 0) > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }

  /// The word of `candidates` that is nearest to `word`, the first of several; nil if all are
  /// farther than `limit`, or as far as `word` is long.
  package static func nearest(
    to word: String,
    among candidates: [String],
    within limit: Int
  ) -> String? {
    let bytes = Array(word.utf8)
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      guard let distance = between(bytes, Array(candidate.utf8), limit: limit) else { continue }
      if distance < min(best?.distance ?? .max, bytes.count) { best = (candidate, distance) }
    }
    return best?.word
  }
}
