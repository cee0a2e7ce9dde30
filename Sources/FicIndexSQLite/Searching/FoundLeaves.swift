/// The lines that the leaves of a plan find in a window, one leaf behind the other in one run.
struct FoundLeaves {
  /// All lines; they ascend within a leaf.
  var lines = LineRun()

  /// The leaves, with where theirs are in `lines`.
  var leaves: [LeafLines] = []

  /// Creates an empty set.
  init() {}

  /// Whether the lines of a leaf are here.
  func contains(_ leaf: Int) -> Bool { leaves.contains { $0.leaf == leaf } }

  /// Adds the lines of a leaf.
  ///
  /// - Returns: Their rows.
  @discardableResult
  mutating func add(
    _ leaf: Int,
    _ read: (inout LineRun) throws -> Void
  ) rethrows -> ArraySlice<Int32> {
    let first = lines.count
    try read(&lines)
    leaves.append(LeafLines(leaf: leaf, lines: first..<lines.count))
    return lines.rows[first...]
  }
}
