extension RandomAccessCollection where Index == Int {
  /// The index of the first element of which `isPast` is true, where it is false of all before and
  /// true of all behind; `endIndex` where it is true of none.
  ///
  /// Complexity: O(log n).
  @inlinable
  public func partitionPoint(_ isPast: (Element) throws -> Bool) rethrows -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if try isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
