package import FicModel
package import FicWire

/// The first page: what the archive has, what may be asked, what is new.
package struct StartPage {
  private let status: StatusReport
  private let works: [WorkEntry]
  private let saved: [NamedQueryRecord]

  /// Takes the state of the daemon, the works that came last, and the saved queries.
  package init(_ status: StatusReport, newest works: [WorkEntry], saved: [NamedQueryRecord]) {
    self.status = status
    self.works = works
    self.saved = saved
  }

  /// What may be asked, and what it finds.
  private static let examples = [
    ("\"in the garden\"", "these words, side by side"),
    ("from:smith", "what this character says"),
    ("from:smith to:pask", "what one says to the other"),
    ("with:smith with:pask", "scenes in which both are present"),
    ("walk", "the word and its forms: walked, walking"),
  ]

  /// The page.
  package var html: String {
    var fields: PageFields = [
      "archive": archive,
      "examples": Self.examples.map { query, means in
        ["query": query, "means": means, "href": PagePath.search(query)] as PageFields
      },
      "hasWorks": !works.isEmpty,
      "works": works.map { PageEntry(entry: $0, showsAdded: true).fields },
      "allWorks": PagePath.shelf, "hasSaved": !saved.isEmpty,
      "saved": saved.map { query in
        [
          "name": query.name, "query": SafeText.visible(query.query),
          "href": PagePath.search("@\(query.name)"),
        ] as PageFields
      },
    ]
    if status.failedFiles > 0 {
      let files = Phrases.count(status.failedFiles, "file is", "files are")
      fields["missing"] = "\(files) not searchable; 'ficsearch status --files' says why."
    }
    return PageFrame(title: "Search", screen: .search).page("start", fields)
  }

  private var archive: String {
    guard let counts = status.index.counts else { return "Nothing is indexed yet." }
    return [
      Phrases.count(counts.works, "work"), Phrases.count(counts.chapters, "chapter"),
      Phrases.count(counts.words, "word"),
      Phrases.count(counts.utterances, "line", "lines") + " of dialogue",
    ].joined(separator: " · ")
  }
}
