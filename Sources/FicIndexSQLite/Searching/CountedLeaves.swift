import FicIndex

/// Tells which leaves count, and keeps what it told of the few sets of leaves that come again and
/// again.
struct CountedLeaves {
  /// More sets than this are worked out anew each time.
  private static let mostKnown = 8

  private let tree: LeafTree
  private var known: [(present: LeafSet, counted: LeafSet?)] = []

  /// Prepares to tell for a tree.
  init(_ tree: LeafTree) {
    self.tree = tree
  }

  /// The leaves that count where those of `present` are there; nil where the clause is not
  /// satisfied.
  mutating func counted(_ present: LeafSet) -> LeafSet? {
    for entry in known where entry.present == present { return entry.counted }
    let counted = tree.counted(present)
    if known.count < Self.mostKnown { known.append((present, counted)) }
    return counted
  }
}
