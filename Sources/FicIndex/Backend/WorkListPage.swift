package import FicModel

/// A part of a list of works.
package struct WorkListPage: Hashable, Sendable {
  /// How many works the whole list has.
  package var total: Int

  /// The works, in the order of the list.
  package var works: [WorkID] = []

  /// For each of `works` that has some, how many copies of it are left out.
  package var copies: [WorkID: Int] = [:]

  /// Creates a page without works.
  package init(total: Int) {
    self.total = total
  }
}
