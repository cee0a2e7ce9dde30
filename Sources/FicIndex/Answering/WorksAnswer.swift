package import FicModel

/// A page of a list of works.
package struct WorksAnswer: Hashable, Sendable {
  /// In the order that was asked for.
  package var works: [WorkEntry]

  /// How many there are, and where the list goes on.
  package var page: WorksPage

  /// Creates a page.
  package init(works: [WorkEntry], page: WorksPage) {
    self.works = works
    self.page = page
  }

  /// The records in the order of an answer's lines.
  package var records: [SearchRecord] { works.map(SearchRecord.work) + [.page(page)] }
}
