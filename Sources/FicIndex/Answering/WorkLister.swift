import FicModel
import FicQuery

/// Lists works: those that a query asks for, in the order that is asked for.
struct WorkLister {
  let engine: SearchEngine
  let request: WorksRequest
  let deadline: Deadline

  /// The works that were found, and how well each answers.
  private struct Found {
    var works: [ShelvedWork]
    var scores: [WorkID: Double] = [:]
    var matches: [WorkID: Int] = [:]
  }

  /// A page of the list.
  func answer() async throws -> WorksAnswer {
    let words = request.query.split(whereSeparator: \.isWhitespace)
    if let id = words.first.flatMap({ WorkID(String($0)) }), words.count == 1,
      let work = try await engine.index.works([id], deadline: deadline).first
    {
      let page = WorksPage(total: 1, understood: id.description)
      return WorksAnswer(works: [WorkEntry(work)], page: page)
    }
    guard !words.isEmpty else { return try await page(of: all(matching: nil), understood: "") }
    let query = try QueryParser.parse(
      request.query,
      limits: request.limits,
      mayOnlyExclude: true
    )
    let understood = QueryPrinter.print(query.root)
    let asksForText = query.root.asksForText
    let found = try await asksForText ? foundByText(query) : foundByFacts(query)
    var answer = try await page(of: found, understood: understood)
    if found.works.isEmpty {
      let advice = FactAdvice(index: engine.index, deadline: deadline)
      answer.page.suggestions = try await advice.suggestions(
        for: query.root,
        wordsIn: asksForText ? [] : [.title, .author, .fandom]
      )
    }
    return answer
  }

  // MARK: Finding

  private func all(matching condition: WorkCondition?) async throws -> Found {
    Found(
      works: try await engine.index.shelf(matching: condition, among: nil, deadline: deadline)
    )
  }

  /// The works of which anything that is known holds the words; those called so come first, then
  /// those by authors of that name.
  private func foundByFacts(_ query: Query) async throws -> Found {
    let condition = query.root.workCondition(WorkCondition.init(anything:))
    guard let condition else {
      throw QuerySyntaxError(.empty, at: 0..<query.text.unicodeScalars.count)
    }
    var found = try await all(matching: condition)
    guard request.sort == .relevance, query.root.hasWords else { return found }
    let ids = found.works.map(\.id)
    for (key, score) in [(FactKey.author, 1.0), (.title, 2.0)] {
      let named = query.root.workCondition { phrase in
        ValuePattern(phrase.text, isPrefix: phrase.isOpen).map { .fact(key, $0) }
      }
      let works = try await engine.index.shelf(matching: named, among: ids, deadline: deadline)
      for work in works { found.scores[work.id] = score }
    }
    return found
  }

  /// The works whose text answers.
  private func foundByText(_ query: Query) async throws -> Found {
    let plan = try Planner().plan(query)
    let statistics = try await engine.index.statistics(deadline: deadline)
    let finder = UnitFinder(index: engine.index, statistics: statistics, deadline: deadline)
    var cache = ChapterCache(index: engine.index, deadline: deadline)
    let units = try await engine.units(of: plan, finder: finder, chapters: &cache).units
    var relevance = WorkRelevance()
    var found = Found(works: [])
    for unit in units {
      let work = unit.key.chapter.work
      relevance.add(unit.score, of: work)
      found.matches[work, default: 0] += unit.matches
    }
    for work in found.matches.keys { found.scores[work] = relevance.score(of: work) }
    found.works = try await engine.index.shelf(
      matching: nil,
      among: found.matches.keys.sorted(),
      deadline: deadline
    )
    return found
  }

  // MARK: Paging

  private func page(of found: Found, understood: String) async throws -> WorksAnswer {
    let order = WorkOrder(
      sort: request.sort,
      isReversed: request.isReversed,
      scores: found.scores
    )
    let holders =
      request.showsCopies ? [:] : try await engine.index.copies(deadline: deadline)
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
    let works = try await engine.index.works(ids, deadline: deadline)
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
