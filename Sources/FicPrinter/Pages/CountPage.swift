package import FicModel
package import FicWire

/// Figures: what matches stand where, how evenly, in which company, in what context.
package struct CountPage {
  /// What is shown of it.
  package enum Show: String, CaseIterable, Sendable {
    case parts, dispersion, concordance, collocates

    var title: String {
      switch self {
      case .parts: "Where"
      case .dispersion: "How evenly"
      case .concordance: "Concordance"
      case .collocates: "Words beside it"
      }
    }
  }

  /// The query item that says what is shown.
  package static let show = "show"

  private let contents: AnswerContents?
  private let parameters: SearchParameters
  private let shown: Show
  private let key: CountKey

  /// Takes an answer, and what was asked; nil where nothing was.
  package init(
    _ contents: AnswerContents?,
    _ parameters: SearchParameters,
    showing shown: Show,
    by key: CountKey = .work
  ) {
    self.contents = contents
    self.parameters = parameters
    self.shown = shown
    self.key = key
  }

  /// The page.
  package var html: String {
    var fields: PageFields = ["shown": shown.rawValue, "asksNothing": contents == nil]
    if contents != nil {
      fields["tabs"] = tabs
      fields["downloads"] = downloads
      fields["hasDownloads"] = true
    }
    switch contents {
    case .counts(let table): add(table, to: &fields)
    case .dispersion(let answer):
      fields["strips"] = answer.elements.map { DispersionStrip(work: $0).fields }
      add(more: answer.more, "work", cuts: answer.cuts, to: &fields)
    case .collocates(let answer):
      add(answer, to: &fields)
      add(more: answer.more, "word", cuts: answer.cuts, to: &fields)
    case .search(let records, _): add(records, to: &fields)
    default: break
    }
    let frame = PageFrame(
      title: "Count \(parameters.query)",
      screen: .count,
      query: parameters.query,
      upto: parameters.upto
    )
    return frame.page("count", fields)
  }

  // MARK: Links

  /// Figures of a question.
  static func path(_ asked: SearchParameters, _ show: Show, by key: CountKey = .work) -> String {
    var asked = asked
    asked.cursor = nil
    asked.view = .lines
    if show != .concordance { (asked.sort, asked.context) = (.works, 0) }
    var items = asked.items
    items.append(Self.show, show == .parts ? nil : show.rawValue)
    items.append("by", key == .work ? nil : key.rawValue)
    return APIPath.target(PagePath.count, items)
  }

  /// What of a question can be counted, without the order of lines and the like.
  package static func scope(of parameters: SearchParameters) -> QueryItems {
    var scope = QueryItems()
    for item in parameters.items.items where CountParameters.scope.contains(item.name) {
      scope.append(item.name, item.value)
    }
    return scope
  }

  private var tabs: [PageFields] {
    let parts = CountKey.allCases.map { key in
      [
        "name": "By \(Self.name(of: key).lowercased())",
        "href": Self.path(parameters, .parts, by: key),
        "current": shown == .parts && key == self.key,
      ] as PageFields
    }
    let others = Show.allCases.filter { $0 != .parts }.map { show in
      [
        "name": show.title, "href": Self.path(parameters, show), "current": show == shown,
      ] as PageFields
    }
    return parts + others
  }

  private var downloads: [PageFields] {
    let forms: [AnswerForm] = shown == .concordance ? [.csv, .jsonl, .tei] : [.csv, .jsonl]
    var scope = Self.scope(of: parameters)
    if shown == .parts { scope.append("by", key.rawValue) }
    let path =
      switch shown {
      case .parts: APIPath.target(APIPath.count, scope)
      case .dispersion: APIPath.target(APIPath.dispersion, scope)
      case .collocates: APIPath.target(APIPath.collocates, scope)
      case .concordance: parameters.target
      }
    return forms.map { form in
      ["name": Self.name(of: form), "href": APIPath.target(path, FormParameters(form: form).items)]
    }
  }

  private static func name(of form: AnswerForm) -> String {
    switch form {
    case .csv: "CSV"
    case .jsonl: "JSON Lines"
    case .tei: "TEI"
    case .json: "JSON"
    case .html: "HTML"
    case .text: "text"
    }
  }

  /// A kind of part, for people.
  static func name(of key: CountKey) -> String {
    switch key {
    case .zone: "Part of the text"
    default: key.rawValue.prefix(1).uppercased() + key.rawValue.dropFirst()
    }
  }

  /// A part, for people.
  static func name(of group: CountGroup) -> String {
    switch group.by {
    case .chapter: group.chapter.map { ChapterHeading.text(of: $0) } ?? group.name
    case .scene:
      (group.chapter.map { ChapterHeading.text(of: $0) } ?? group.name)
        + (group.scene.map { ", scene \($0)" } ?? "")
    case .zone: ZoneKind(rawValue: group.name).map(TextPrinter.name) ?? group.name
    default: SafeText.visible(group.name)
    }
  }

  /// The same search, narrowed to a part; nil where the language of queries has no word for it.
  static func link(
    to group: CountGroup,
    _ parameters: SearchParameters,
    _ begin: SearchBegin
  ) -> String? {
    var asked = parameters
    asked.cursor = nil
    asked.view = .lines
    let query = parameters.query
    // A field binds closer than OR, and slips of the keyboard reach to the end.
    if query.contains(" OR ") || begin.readAs != nil {
      asked.query = "(\(begin.understood))"
      asked.zone = nil
    }
    let work = group.work.map { " work:\($0.id)" } ?? ""
    switch group.by {
    case .work: asked.query += work
    case .speaker, .addressee:
      // What nobody says, or nobody knows who does, has no name to ask for.
      guard group.work != nil else { return nil }
      let field = group.by == .speaker ? "from" : "to"
      asked.query += " \(field):\(PagePath.quoted(group.name))" + work
    case .author: asked.query += " author:\(PagePath.quoted(group.name))"
    case .fandom: asked.query += " fandom:\(PagePath.quoted(group.name))"
    case .chapter:
      guard let chapter = group.chapter else { return nil }
      asked.query += "\(work) chapter:\(chapter.number)"
    case .scene:
      return group.ref.map { PagePath.read($0, query: query, upto: parameters.upto) }
    case .zone:
      switch ZoneKind(rawValue: group.name) {
      case .story: asked.zone = nil
      case .authorsNote, .reviewReply: asked.zone = "notes"
      case .summary: asked.zone = "summary"
      default: asked.zone = "all"
      }
    case .year: return nil
    }
    return PagePath.search(asked)
  }

  // MARK: What is shown

  private func add(_ table: CountTable, to fields: inout PageFields) {
    let rate = CountFrame.decimal(table.totals.perTenThousand(of: table.words))
    fields["found"] =
      table.totals.matches == 0
      ? "Nothing found."
      : "\(Phrases.totals(table.totals)), \(rate) in 10,000 of "
        + Phrases.count(table.words, "word")
    let most = table.groups.map(\.totals.matches).max() ?? 0
    let bars: PageFields = [
      "by": Self.name(of: key),
      "groups": table.groups.map { group in
        var fields: PageFields = [
          "name": Self.name(of: group), "matches": Phrases.grouped(group.totals.matches),
          "rate": CountFrame.decimal(group.perTenThousand),
          "percent": most > 0 ? String(max(1, group.totals.matches * 100 / most)) : "0",
        ]
        if let href = Self.link(to: group, parameters, table.begin) { fields["href"] = href }
        return fields
      },
    ]
    if !table.groups.isEmpty { fields["bars"] = [bars] }
    add(more: table.more, "part", cuts: table.cuts, to: &fields)
  }

  private func add(_ answer: CountAnswer<Collocate>, to fields: inout PageFields) {
    let rows = answer.elements.map { word in
      [
        "word": SafeText.visible(word.word),
        "href": PagePath.search("NEAR(\(parameters.query) \(word.word), 5)"),
        "figures": [
          CountFrame.decimal(word.logLikelihood), Phrases.grouped(word.beside),
          Phrases.grouped(word.total),
        ],
      ] as PageFields
    }
    let table: PageFields = ["columns": ["likelihood", "beside it", "in all"], "rows": rows]
    if rows.isEmpty { fields["found"] = "Nothing found." } else { fields["collocates"] = [table] }
  }

  private func add(_ records: [SearchRecord], to fields: inout PageFields) {
    var rows: [PageFields] = []
    for case .hit(let hit) in records {
      guard let keyword = hit.keyword else { continue }
      rows.append([
        "left": SafeText.visible(keyword.left), "match": SafeText.visible(keyword.match),
        "right": SafeText.visible(keyword.right), "who": TextPrinter.label(of: hit),
        "title": SafeText.visible(hit.work.title), "chapter": String(hit.chapter.number),
        "href": PagePath.read(hit.ref, query: parameters.query, upto: parameters.upto),
      ])
    }
    var table: PageFields = [
      "rows": rows, "seed": String(parameters.seed),
      "sorts": [SearchParameters.Sort.works, .left, .right].map { sort in
        PageOptions.option(
          sort.rawValue,
          PageOptions.name(of: sort),
          isChosen: sort == parameters.sort
        )
      },
    ]
    if let sample = parameters.sample { table["sample"] = String(sample) }
    fields["concordance"] = [table]
    for case .end(let end) in records {
      fields["found"] = Phrases.found(end, shown: rows.count)
      fields["cuts"] = AnswerNotes(end, parameters).all.filter { $0.follow == nil }.map(\.text)
      guard let cursor = end.cursor else { continue }
      var items = parameters.items
      items.append("cursor", cursor)
      items.append(Self.show, Show.concordance.rawValue)
      items.remove(["view"])
      fields["next"] = APIPath.target(PagePath.count, items)
    }
  }

  private func add(
    more: Int,
    _ name: String,
    cuts: [String],
    to fields: inout PageFields
  ) {
    if more > 0 { fields["rest"] = "\(Phrases.count(more, "more \(name)")) not shown." }
    if !cuts.isEmpty { fields["cuts"] = cuts.map { SafeText.visible($0) } }
  }
}
