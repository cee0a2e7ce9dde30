import FicModel
import FicQuery

/// Lists works: those that a query asks for, in the order that is asked for.
struct WorkLister {
  let snapshot: any IndexSnapshot
  let request: WorksRequest

  /// A page of the list.
  func answer() throws -> WorksAnswer {
    let words = request.query.split(whereSeparator: \.isWhitespace)
    if let id = words.first.flatMap({ WorkID(String($0)) }), words.count == 1,
      let work = try snapshot.works([id]).first
    {
      let page = WorksPage(total: 1, understood: id.description)
      return WorksAnswer(works: [WorkEntry(work)], page: page)
    }
    guard !words.isEmpty else {
      return try page(of: .satisfying(nil, favoured: []), understood: "")
    }
    let query = try QueryParser.parse(
      request.query,
      limits: request.limits,
      mayOnlyExclude: true
    )
    let understood = QueryPrinter.print(query.root)
    let asksForText = query.root.asksForText
    var answer =
      try asksForText
      ? page(of: foundByText(query), understood: understood)
      : page(of: foundByFacts(query), understood: understood)
    if answer.page.total == 0 {
      let advice = FactAdvice(snapshot: snapshot)
      answer.page.suggestions = try advice.suggestions(
        for: query.root,
        wordsIn: asksForText ? [] : [.title, .author, .fandom]
      )
    }
    return answer
  }

  // MARK: Finding

  /// The works of which anything that is known holds the words; those called so come first, then
  /// those by authors of that name.
  private func foundByFacts(_ query: Query) throws -> WorkList.Selection {
    let condition = query.root.workCondition(WorkCondition.init(anything:))
    guard let condition else {
      throw QuerySyntaxError(.empty, at: 0..<query.text.unicodeScalars.count)
    }
    guard query.root.hasWords else { return .satisfying(condition, favoured: []) }
    let favoured = [FactKey.title, .author].compactMap { key in
      query.root.workCondition { phrase in
        ValuePattern(phrase.text, isPrefix: phrase.isOpen).map { .fact(key, $0) }
      }
    }
    return .satisfying(condition, favoured: favoured)
  }

  /// The works whose text answers.
  private func foundByText(_ query: Query) throws -> LineTally {
    let planned = try Planner(isExact: request.isExact).plan(query)
    let plan = try InflectionFinder(snapshot).completed(planned)
    return try snapshot.tally(plan, snapshot.weights(of: plan))
  }

  // MARK: Paging

  private func page(of tally: LineTally, understood: String) throws -> WorksAnswer {
    let scores = tally.works.map { ($0.work, $0.relevance) }
    let selection = WorkList.Selection.scored(Dictionary(scores, uniquingKeysWith: max))
    let matches = Dictionary(tally.matches, uniquingKeysWith: +)
    var answer = try page(of: selection, understood: understood)
    for place in answer.works.indices {
      answer.works[place].matches = WorkID(answer.works[place].work.id).flatMap { matches[$0] }
    }
    return answer
  }

  private func page(of works: WorkList.Selection, understood: String) throws -> WorksAnswer {
    let question = WorksCursor.question(understood, request)
    let cursor = try request.cursor.map { text throws(QuerySyntaxError) in
      guard let cursor = WorksCursor(text), cursor.question == question else {
        throw QuerySyntaxError(.badCursor, at: 0..<0)
      }
      return cursor
    }
    let list = WorkList(
      works,
      sort: request.sort,
      seed: request.seed,
      isReversed: request.isReversed,
      foldsCopies: !request.showsCopies
    )
    let limit = max(1, request.limit)
    // One more work tells whether another page follows.
    let page = try snapshot.page(
      of: list,
      after: cursor.map { ($0.work, $0.position) },
      limit: limit + 1
    )
    let ids = Array(page.works.prefix(limit))
    let end = min(cursor?.position ?? 0, page.total) + ids.count
    let next = page.works.count > limit ? ids.last : nil
    return WorksAnswer(
      works: try snapshot.works(ids).map { work in
        var entry = WorkEntry(work)
        entry.copies = page.copies[work.id] ?? 0
        return entry
      },
      page: WorksPage(
        total: page.total,
        understood: understood,
        cursor: next.map {
          WorksCursor(question: question, position: end, work: $0).description
        }
      )
    )
  }
}
