package import FicModel
package import FicWire

/// A list of works.
package struct ShelfPage {
  private let works: [WorkEntry]
  private let page: WorksPage
  private let parameters: WorksParameters

  /// Takes a page of works, and what was asked.
  package init(_ works: [WorkEntry], _ page: WorksPage, _ parameters: WorksParameters) {
    self.works = works
    self.page = page
    self.parameters = parameters
  }

  /// What many ask of a shelf, in the language of queries.
  private static let filters = [
    ("complete", "status:complete"), ("in progress", "status:in-progress"),
    ("new this week", "added:7d"), ("changed this month", "updated:30d"),
    ("short", "words:<10000"), ("long", "words:>100000"),
  ]

  /// The page.
  package var html: String {
    var fields: PageFields = [
      "found": found, "reversed": parameters.isReversed, "copies": parameters.copies == .all,
      "works": works.map { PageEntry(entry: $0, showsAdded: parameters.sort == .added).fields },
      "sorts": WorksParameters.Sort.allCases.map { sort in
        PageOptions.option(sort.rawValue, sort.rawValue, isChosen: sort == parameters.sort)
      },
      "filters": Self.filters.map(filter),
    ]
    if !page.suggestions.isEmpty {
      let note = AnswerNote(text: "Did you mean", follow: nil)
      var own = PageNote(note: note).fields
      own["links"] = page.suggestions.map { query in
        ["name": SafeText.visible(query), "href": PagePath.shelf(WorksParameters(query: query))]
          as PageFields
      }
      fields["notes"] = [own]
    }
    if let cursor = page.cursor {
      var next = parameters
      next.cursor = cursor
      fields["next"] = PagePath.shelf(next)
    }
    let title = parameters.query.isEmpty ? "Shelf" : "Works: \(parameters.query)"
    return PageFrame(title: title, screen: .shelf, query: parameters.query).page("shelf", fields)
  }

  private var found: String {
    let all = Phrases.count(page.total, "work")
    if page.total == 0 { return "Nothing found." }
    return works.count == page.total ? all : "\(Phrases.grouped(works.count)) of \(all)"
  }

  /// A link that sets a filter, or takes it away where it is set.
  private func filter(_ label: String, _ words: String) -> PageFields {
    var asked = parameters
    asked.cursor = nil
    let own = asked.query.split(separator: " ").map(String.init)
    let isSet = own.contains(words)
    asked.query = (isSet ? own.filter { $0 != words } : own + [words]).joined(separator: " ")
    return ["label": label, "href": PagePath.shelf(asked), "chosen": isSet]
  }
}
