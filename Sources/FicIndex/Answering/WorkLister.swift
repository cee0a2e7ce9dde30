import FicModel
import FicQuery

/// Lists works: those that a query asks for, in the order that is asked for.
struct WorkLister {
  let snapshot: any IndexSnapshot
  let request: WorksRequest

  /// The works that were found, and how well each answers.
  private struct Found {
    var works: [ShelvedWork]
    var scores: [WorkID: Double] = [:]
    var matches: [WorkID: Int] = [:]
  }

  /// A page of the list.
  func answer() throws -> WorksAnswer {
    let words = request.query.split(whereSeparator: \.isWhitespace)
    if let id = words.first.flatMap({ WorkID(String($0)) }), words.count == 1,
      let work = try snapshot.works([id]).first
    {
      let page = WorksPage(total: 1, understood: id.description)
      return WorksAnswer(works: [WorkEntry(work)], page: page)
    }
    guard !words.isEmpty else { return try page(of: all(matching: nil), understood: "") }
    let query = try QueryParser.parse(
      request.query,
      limits: request.limits,
      mayOnlyExclude: true
    )
    let understood = QueryPrinter.print(query.root)
    let asksForText = query.root.asksForText
    let found = asksForText ? try foundByText(query) : try foundByFacts(query)
    var answer = try page(of: found, understood: understood)
    if found.works.isEmpty {
      let advice = FactAdvice(snapshot: snapshot)
      answer.page.suggestions = try advice.suggestions(
        for: query.root,
        wordsIn: asksForText ? [] : [.title, .author, .fandom]
      )
    }
    return answer
  }

  // MARK: Finding

  private func all(matching condition: WorkCondition?) throws -> Found {
    Found(works: try snapshot.shelf(matching: condition, among: nil))
  }

  /// The works of which anything that is known holds the words; those called so come first, then
  /// those by authors of that name.
  private func foundByFacts(_ query: Query) throws -> Found {
    let condition = query.root.workCondition(WorkCondition.init(anything:))
    guard let condition else {
      throw QuerySyntaxError(.empty, at: 0..<query.text.unicodeScalars.count)
    }
    var found = try all(matching: condition)
    guard request.sort == .relevance, query.root.hasWords else { return found }
    let ids = found.works.map(\.id)
    for (key, score) in [(FactKey.author, 1.0), (.title, 2.0)] {
      let named = query.root.workCondition { phrase in
        ValuePattern(phrase.text, isPrefix: phrase.isOpen).map { .fact(key, $0) }
      }
      let works = try snapshot.shelf(matching: named, among: ids)
      for work in works { found.scores[work.id] = score }
    }
    return found
  }

  /// The works whose text answers.
  private func foundByText(_ query: Query) throws -> Found {
    let plan = try Planner().plan(query)
    let tally = try snapshot.tally(plan, snapshot.weights(of: plan))
    var found = Found(works: [])
    for work in tally.works {
      found.matches[work.work] = work.matches
      found.scores[work.work] = work.relevance
    }
    found.works = try snapshot.shelf(matching: nil, among: tally.works.map(\.work))
    return found
  }

  // MARK: Paging

  private func page(of found: Found, understood: String) throws -> WorksAnswer {
    let order = WorkOrder(
      sort: request.sort,
      isReversed: request.isReversed,
      scores: found.scores
    )
    let holders = request.showsCopies ? [:] : try snapshot.copies()
    let folding = CopyFolding(found.works.map(\.id), holders)
    let sorted = order.sorted(found.works.filter { !folding.left.contains($0.id) })
    let question = WorksCursor.question(understood, request)
    var start = 0
    if let text = request.cursor {
      guard let cursor = WorksCursor(text), cursor.question == question else {
        throw QuerySyntaxError(.badCursor, at: 0..<0)
      }
      start = sorted.firstIndex(of: cursor.work).map { $0 + 1 } ?? cursor.position
    }
    let ids = Array(sorted.dropFirst(start).prefix(max(1, request.limit)))
    let works = try snapshot.works(ids)
    let end = min(sorted.count, start) + ids.count
    let next = end < sorted.count ? ids.last : nil
    return WorksAnswer(
      works: works.map { work in
        var entry = WorkEntry(work)
        entry.matches = found.matches[work.id]
        entry.copies = folding.copies[work.id] ?? 0
        return entry
      },
      page: WorksPage(
        total: sorted.count,
        understood: understood,
        cursor: next.map {
          WorksCursor(question: question, position: end, work: $0).description
        }
      )
    )
  }
}
