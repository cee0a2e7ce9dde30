import FicModel

/// Where the patterns of a clause occur in one column of one unit.
struct ColumnScan: Sendable {
  /// A word that a pattern matched.
  struct Word: Sendable {
    /// Where it is in the text that was scanned.
    var span: TextSpan

    /// Which of the pieces of the text it lies in.
    var piece: Int
  }

  /// For each pattern, the positions of its words, counted in words, ascending.
  private(set) var positions: [[Int]]

  /// The words, by position.
  private(set) var words: [Int: Word] = [:]

  /// Creates a scan that has seen nothing.
  init(patternCount: Int) {
    positions = Array(repeating: [], count: patternCount)
  }

  /// Notes that a word matches a pattern.
  mutating func add(_ word: Word, at position: Int, pattern: Int) {
    positions[pattern].append(position)
    words[position] = word
  }

  /// Whether the word at `position` matches `pattern`.
  ///
  /// Complexity: O(log n).
  func holds(_ pattern: Int, at position: Int) -> Bool {
    let list = positions[pattern]
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low] == position
  }

  /// The places of the words from `position` on: one span for each piece that they lie in.
  func spans(from position: Int, count: Int) -> [TextSpan] {
    var result: [TextSpan] = []
    var lastPiece: Int?
    for word in (position..<position + count).compactMap({ words[$0] }) {
      if word.piece == lastPiece, let last = result.indices.last {
        result[last].end = word.span.end
      } else {
        result.append(word.span)
      }
      lastPiece = word.piece
    }
    return result
  }
}
