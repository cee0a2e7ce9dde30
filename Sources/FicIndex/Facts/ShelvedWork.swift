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

  /// The terms of its series, and its part in it, so that the parts of a series sort by their
  /// numbers; empty where no series is known.
  package var series: String

  /// The words that its source states, else those that are stored.
  package var words: Int

  /// The chapters that its source states, else those that are stored.
  package var chapters: Int

  /// The number of the `CalendarDate` when it first appeared; nil where that is not known.
  package var published: Int?

  /// The number of the `CalendarDate` when it was last changed; nil where that is not known.
  package var updated: Int?

  /// When it came into the index, in seconds since 1970; nil where that is not known.
  package var added: Int?

  /// Creates an entry.
  package init(
    id: WorkID,
    title: String,
    author: String,
    fandom: String,
    series: String,
    words: Int,
    chapters: Int,
    published: Int?,
    updated: Int?,
    added: Int?
  ) {
    self.id = id
    self.title = title
    self.author = author
    self.fandom = fandom
    self.series = series
    self.words = words
    self.chapters = chapters
    self.published = published
    self.updated = updated
    self.added = added
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
      series: Self.sortable(series: facts.series ?? "", part: facts.part ?? ""),
      words: folded.figures[.words] ?? counted[.words] ?? 0,
      chapters: folded.figures[.chapters] ?? counted[.chapters] ?? 0,
      published: folded.figures[.published],
      updated: folded.figures[.updated],
      added: work.added
    )
  }

  /// One of its numbers; nil where it is not known.
  package subscript(key: FigureKey) -> Int? {
    switch key {
    case .words: words
    case .chapters: chapters
    case .published: published
    case .updated: updated
    case .added: added
    }
  }

  private static func sortable(_ text: String) -> String {
    String(decoding: FoldedWords.bytes(of: text), as: UTF8.self)
  }

  /// `water 000002` of part 2, `water 000002.5` of part 2.5.
  private static func sortable(series: String, part: String) -> String {
    let words = sortable(series)
    let digits = part.prefix { $0.isASCII && $0.isNumber }
    guard !words.isEmpty, (1...6).contains(digits.count) else { return words }
    return words + " " + String(repeating: "0", count: 6 - digits.count) + part
  }

  private static func sortable(title: String) -> String {
    let title = sortable(title)
    for article in ["the ", "a ", "an "] where title.hasPrefix(article) {
      return String(title.dropFirst(article.count))
    }
    return title
  }
}
