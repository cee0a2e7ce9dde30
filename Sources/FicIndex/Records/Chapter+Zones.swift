package import FicModel

extension Chapter {
  /// The zone that holds the byte at `offset`; nil where none does.
  ///
  /// Complexity: O(log n).
  package func zone(at offset: Int) -> Zone? {
    var low = 0
    var high = zones.count
    while low < high {
      let middle = (low + high) / 2
      if zones[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < zones.count && zones[low].span.contains(offset) ? zones[low] : nil
  }
}
