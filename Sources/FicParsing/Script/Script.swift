package import FicModel

/// The turns of the scripts and chats in a chapter.
package struct Script: Hashable, Sendable {
  /// What a block of the chapter has of them: its turns, none for a name or a time alone.
  package internal(set) var turns: [Int: [ScannedQuotation]] = [:]

  /// The labels of blocks in which quotation marks show what is said.
  package internal(set) var labels: [Int: TextSpan] = [:]

  /// The blocks between the first and the last turn of each script, ascending.
  package internal(set) var stretches: [ClosedRange<Int>] = []

  /// Whether a block belongs to a script, whatever of it is spoken.
  package func covers(_ block: Int) -> Bool { turns[block] != nil || labels[block] != nil }

  /// Whether a block lies within a script, as a direction does.
  package func surrounds(_ block: Int) -> Bool {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].upperBound < block { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count && stretches[low].contains(block)
  }
}
