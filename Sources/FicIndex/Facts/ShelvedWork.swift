package import FicModel

/// What lists of works are sorted by.
package struct ShelvedWork: Hashable, Sendable {
  /// The work.
  package var id: WorkID

  /// The terms of its title, without the article at its head.
  package var title: String

  /// The terms of its first author; empty where none is known.
  package var author: String

  /// The terms of its first fandom; empty where none is known.
  package var fandom: String

  /// Its numbers; words and chapters are always there.
  package var figures: [FigureKey: Int]

  /// Creates an entry.
  package init(
    id: WorkID,
    title: String,
    author: String,
    fandom: String,
    figures: [FigureKey: Int]
  ) {
    self.id = id
    self.title = title
    self.author = author
    self.fandom = fandom
    self.figures = figures
  }

  /// The entry of a work; `counted` are the words and chapters that are stored of it.
  package init(_ work: WorkRecord, counted: [FigureKey: Int]) {
    let facts = WorkFacts(work.metadata)
    let label = WorkLabel(work.id, path: work.path, metadata: work.metadata)
    let folded = FoldedFacts(facts, label: label, path: work.path)
    self.init(
      id: work.id,
      title: Self.sortable(title: label.title),
      author: Self.sortable(label.authors.first ?? ""),
      fandom: Self.sortable(facts.fandoms.first ?? ""),
      figures: counted.merging(folded.figures) { $1 }
    )
  }

  private static func sortable(_ text: String) -> String {
    String(decoding: FoldedWords.bytes(of: text), as: UTF8.self)
  }

  private static func sortable(title: String) -> String {
    let title = sortable(title)
    for article in ["the ", "a ", "an "] where title.hasPrefix(article) {
      return String(title.dropFirst(article.count))
    }
    return title
  }
}
