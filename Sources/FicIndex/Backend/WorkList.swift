package import FicModel

/// Works in an order, as an index lists them page by page.
package struct WorkList: Sendable {
  /// Which works are in a list.
  package enum Selection: Sendable {
    /// Those that satisfy a condition, all without one. By relevance those come first that satisfy
    /// the first of `favoured`, then those that satisfy the next.
    case satisfying(WorkCondition?, favoured: [WorkCondition])
    /// Those that exist of some, each with its relevance, 0 or more.
    case scored([WorkID: Double])
  }

  /// Which works are in it.
  package var selection: Selection

  /// What it is sorted by: equal ones by title, then by id; works of which it is not known last.
  package var sort: WorksSort

  /// What decides the lot, where it is sorted by lot.
  package var seed: UInt64

  /// Whether the order is turned round; works of which it is not known stay last.
  package var isReversed: Bool

  /// Whether works whose text another work of the list holds are left out.
  package var foldsCopies: Bool

  /// Creates a list.
  package init(
    _ selection: Selection,
    sort: WorksSort,
    seed: UInt64 = 0,
    isReversed: Bool = false,
    foldsCopies: Bool
  ) {
    self.selection = selection
    self.sort = sort
    self.seed = seed
    self.isReversed = isReversed
    self.foldsCopies = foldsCopies
  }
}
