package import FicModel
package import FicWire

/// What of a search stands where, as links that narrow it.
package struct FacetsPage {
  /// What is counted, in the order of the page.
  package static let keys: [CountKey] = [.work, .speaker, .zone, .fandom, .chapter]

  /// The most places of one kind that are listed.
  package static let most = 8

  /// The most matches of which speakers are counted beside the lines.
  ///
  /// Each is looked up in its chapter: 20,000 in a gigabyte took 10 s. The page of figures has all.
  package static let mostVoices = 2000

  private let tables: [CountTable]
  private let parameters: SearchParameters

  /// Takes the figures of a search, one table a key, and what was asked.
  package init(_ tables: [CountTable], _ parameters: SearchParameters) {
    self.tables = tables
    self.parameters = parameters
  }

  /// The page, of which a script shows the facets beside the lines.
  package var html: String {
    let facets = Self.keys.compactMap { key -> PageFields? in
      guard let table = tables.first(where: { $0.by == key }) else { return uncounted(key) }
      return isTelling(table) ? self.fields(of: table) : nil
    }
    let fields: PageFields = ["facets": facets, "back": PagePath.search(parameters)]
    return PageFrame(title: parameters.query, query: parameters.query).page("facets", fields)
  }

  /// Whether a key is worth its time for a search with such totals: chapters are of one work.
  package static func isCounted(_ key: CountKey, _ totals: SearchTotals) -> Bool {
    switch key {
    case .chapter: totals.works == 1
    case .speaker: totals.matches <= mostVoices
    default: true
    }
  }

  /// Whether a table has more to choose than one place.
  private func isTelling(_ table: CountTable) -> Bool {
    table.groups.count + table.more > 1
  }

  /// Where figures are that are not beside the lines.
  private func uncounted(_ key: CountKey) -> PageFields {
    [
      "facet": CountPage.name(of: key), "groups": [PageFields](),
      "elsewhere": CountPage.path(parameters, .parts, by: key),
    ]
  }

  private func fields(of table: CountTable) -> PageFields {
    var fields: PageFields = [
      "facet": CountPage.name(of: table.by),
      "groups": table.groups.compactMap { group -> PageFields? in
        CountPage.link(to: group, parameters, table.begin).map { href in
          [
            "name": CountPage.name(of: group), "matches": Phrases.grouped(group.totals.matches),
            "href": href,
          ]
        }
      },
    ]
    if table.more > 0 {
      fields["rest"] = Phrases.grouped(table.more)
      fields["all"] = CountPage.path(parameters, .parts, by: table.by)
    }
    return fields
  }
}
