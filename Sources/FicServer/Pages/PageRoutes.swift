import FicIndex
import FicModel
import FicPrinter
import FicQuery
import FicWire
import Hummingbird

/// The pages for a browser: what the API answers, on screens.
struct PageRoutes: Sendable {
  /// The most works on the first page.
  private static let newest = 6

  let queries: QueryRoutes
  let status: StatusRoute
  let corrections: CorrectionRoutes
  let aliases: AliasRoutes

  private var answers: QueryAnswers { queries.answers }

  private var maximum: Int { queries.options.value.maximumHits }

  /// `GET /`.
  func start(_ request: Request, _ context: ServerContext) async throws -> Response {
    let report = await status.report(request, listsFiles: false)
    guard report.index.counts != nil else {
      return .page(StartPage(report, newest: [], saved: []).html)
    }
    let works = try await works(WorksParameters(sort: .added, limit: Self.newest).items)
    let saved = try queries.book.file().queries.map {
      NamedQueryRecord(name: $0.name, query: $0.query)
    }
    return .page(StartPage(report, newest: works.works, saved: saved).html)
  }

  /// `GET /search`.
  func search(_ request: Request, _ context: ServerContext) async throws -> Response {
    let items = try request.pageItems()
    guard items["q"] != nil else { return .seeOther(PagePath.start) }
    let parameters = try SearchParameters(items, maximumLimit: maximum)
    return .page(SearchPage(try await records(parameters), parameters).html)
  }

  /// `GET /facets`.
  func facets(_ request: Request, _ context: ServerContext) async throws -> Response {
    let parameters = try SearchParameters(try request.pageItems(), maximumLimit: maximum)
    var tables: [CountTable] = []
    for key in FacetsPage.keys
    where FacetsPage.isCounted(key, tables.first?.totals ?? SearchTotals()) {
      var asked = try asked(parameters)
      // Lines of every zone are counted by zone, whatever is shown.
      if key == .zone { asked.zone = .all }
      let request = CountRequest(asked, by: key, limit: FacetsPage.most)
      tables.append(
        try await queries.answer(cost: QueryCost(asked)) { deadline in
          try await answers.count(request, deadline)
        }
      )
    }
    return .page(FacetsPage(tables, parameters).html)
  }

  /// `GET /read/{ref}`.
  func read(_ request: Request, _ context: ServerContext) async throws -> Response {
    let items = try request.pageItems()
    try items.requireOnly(["q", APIPath.upto])
    let upto = try items.border
    let ref = context.segment("ref")
    let passage = try await queries.answer { deadline in
      try await answers.passage(ref, .chapter, .here, upto, deadline)
    }
    guard let query = items["q"] else { return .page(ReadPage(passage).html) }
    let (hits, total) = try await hits(of: query, in: passage.work, upto)
    return .page(ReadPage(passage, query: query, hits: hits, total: total).html)
  }

  /// What a query finds in a work, in the order of reading.
  private func hits(
    of text: String,
    in work: WorkLabel,
    _ upto: Int?
  ) async throws -> (hits: [Hit], total: Int) {
    // As it is understood, so that a slip of the keyboard does not reach beyond it.
    let query = try QueryParser.parse(text, limits: try queries.book.limits(for: text))
    var parameters = SearchParameters(
      query: "(\(QueryPrinter.print(query.root))) work:\(work.id)",
      limit: min(ReadPage.mostHits, maximum),
      sort: .story,
      copies: .all
    )
    parameters.upto = upto
    parameters.isFull = true
    let records = try await records(parameters)
    var (hits, total): ([Hit], Int) = ([], 0)
    for record in records {
      switch record {
      // What lacks a word stands at its own place among the others, or nowhere.
      case .hit(let hit): if hit.lacking.isEmpty { hits.append(hit) }
      case .end(let end): total = end.totals.matches
      default: break
      }
    }
    return (hits, total)
  }

  /// `GET /shelf`.
  func shelf(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (works, page, parameters) = try await works(request.pageItems())
    return .page(ShelfPage(works, page, parameters).html)
  }

  private func works(
    _ items: QueryItems
  ) async throws -> (works: [WorkEntry], page: WorksPage, parameters: WorksParameters) {
    guard case .works(let works, let page, let asked) = try await queries.works(for: items) else {
      throw Problem.unexpected
    }
    return (works, page, asked)
  }

  /// `GET /works/{id}`.
  func work(_ request: Request, _ context: ServerContext) async throws -> Response {
    let upto = try request.pageItems().border
    let work = try await queries.work(meantBy: context.segment("id"))
    return .page(WorkPage(work, upto: upto).html)
  }

  /// `GET /cast`.
  func cast(_ request: Request, _ context: ServerContext) async throws -> Response {
    var items = try request.pageItems()
    // The cast of one work is shown whole.
    if items["work"] != nil, items["limit"] == nil { items.append("limit", "\(maximum)") }
    let parameters = try CastParameters(items, maximumLimit: maximum)
    guard case .cast(let members, let isCut, _) = try await queries.cast(for: items) else {
      throw Problem.unexpected
    }
    return .page(CastPage(members, isCut: isCut, parameters).html)
  }

  /// `GET /count`.
  func count(_ request: Request, _ context: ServerContext) async throws -> Response {
    var items = try request.pageItems()
    let shown = try items.choice(CountPage.show, as: CountPage.Show.self) ?? .parts
    let key = try items.choice("by", as: CountKey.self) ?? .work
    items.remove([CountPage.show, "by"])
    guard items["q"] != nil else {
      let nothing = SearchParameters(query: "")
      return .page(CountPage(nil, nothing, showing: shown).html)
    }
    if shown == .concordance {
      items.append("view", SearchParameters.View.kwic.rawValue)
      if items["limit"] == nil, items["sample"] == nil { items.append("limit", "50") }
    }
    let parameters = try SearchParameters(items, maximumLimit: maximum)
    var scope = CountPage.scope(of: parameters)
    let contents: AnswerContents
    switch shown {
    case .parts:
      scope.append("by", key.rawValue)
      contents = try await queries.count(for: scope)
    case .dispersion: contents = try await queries.dispersion(for: scope)
    case .collocates: contents = try await queries.collocates(for: scope)
    case .concordance: contents = .search(try await records(parameters), parameters)
    }
    return .page(CountPage(contents, parameters, showing: shown, by: key).html)
  }

  private func records(_ parameters: SearchParameters) async throws -> [SearchRecord] {
    let asked = try asked(parameters)
    return try await queries.answer(cost: QueryCost(asked)) { deadline in
      try await queries.answers.search(asked, deadline)
    }
  }

  private func asked(_ parameters: SearchParameters) throws -> SearchRequest {
    try SearchRequest(parameters, queries.book.limits(for: parameters.query))
  }

  // MARK: Changes

  /// `GET /fix/{ref}`.
  func fix(_ request: Request, _ context: ServerContext) async throws -> Response {
    let ref = context.segment("ref")
    let upto = try request.pageItems().border
    let line = try await queries.answer { deadline in
      try await answers.correctable(ref, deadline)
    }
    let asked = CastRequest(work: line.work.id, upto: upto, limit: maximum)
    let people = try await queries.answer { deadline in try await answers.cast(asked, deadline) }
    let page = FixPage(
      ref: ref,
      work: line.work,
      line: line.text,
      speaker: line.speaker,
      isSaid: line.said != nil,
      people: people.map(\.name),
      upto: upto
    )
    return .page(page.html)
  }

  /// `POST /fix/{ref}`: sets or takes back what is said of a line, and leads to it when its work is
  /// read anew.
  func correct(_ request: Request, _ context: ServerContext) async throws -> Response {
    let ref = context.segment("ref")
    var items = try await request.pageOrder()
    let upto = try items.border
    items.remove([APIPath.upto])
    let job: JobReport
    if items["verdict"] == "undo" {
      job = try await corrections.takeBack(ref).job
    } else {
      if items["verdict"] != CorrectionRequest.Verdict.said.rawValue {
        items.remove(["speaker", "to"])
      }
      items.append("ref", ref)
      job = try await corrections.set(CorrectionRequest(items)).job
    }
    try await corrections.jobs.wait(for: job)
    return .seeOther(PagePath.read(ref, upto: upto))
  }

  /// `POST /cast`: sets names of people, and leads to the cast when its work is read anew.
  func rename(_ request: Request, _ context: ServerContext) async throws -> Response {
    let asked = try AliasRequest(try await request.pageOrder())
    if let job = try await aliases.set(asked).job { try await aliases.jobs.wait(for: job) }
    return .seeOther(PagePath.cast(work: asked.work))
  }

  /// `GET /assets/{name}`.
  func asset(_ request: Request, _ context: ServerContext) throws -> Response {
    guard let asset = PageAsset(rawValue: context.segment("name")) else {
      throw Problem.noSuchPath(request.uri.path)
    }
    return .asset(asset)
  }
}

extension Request {
  /// What is asked of a page; fields of a form that are left empty ask nothing.
  fileprivate func pageItems() throws(Problem) -> QueryItems {
    try QueryItems(encoded: uri.query ?? "").withoutEmpty
  }

  /// What a form of a page sends.
  fileprivate func pageOrder() async throws -> QueryItems { try await order().items.withoutEmpty }
}

extension QueryItems {
  /// The last chapter of which anything may show; nil for all.
  fileprivate var border: Int? {
    get throws(Problem) { try integer(APIPath.upto, in: 1...APIPath.lastChapter) }
  }

  fileprivate var withoutEmpty: QueryItems {
    var items = QueryItems()
    for item in self.items where !item.value.isEmpty { items.append(item.name, item.value) }
    return items
  }
}

extension ServerContext {
  /// A part of the path, decoded.
  func segment(_ name: String) -> String {
    let text = parameters.get(name) ?? ""
    return APIPath.decodeSegment(text) ?? text
  }
}
