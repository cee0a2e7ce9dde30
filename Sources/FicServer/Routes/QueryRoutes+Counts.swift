import FicIndex
import FicPrinter
import FicWire
import Hummingbird

/// The routes that count what a query finds.
extension QueryRoutes {
  /// The most works whose chapters are listed where no limit is asked for.
  private static let defaultWorks = 10

  /// `GET /v1/count`.
  func count(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try request.question()
    return .answer(try await count(for: items), as: form)
  }

  /// How many matches stand where.
  func count(for items: QueryItems) async throws -> AnswerContents {
    let parameters = try CountParameters(items, maximumLimit: options.value.maximumHits)
    let search = try counted(parameters.search, Self.defaultLimit)
    let asked = CountRequest(search, by: parameters.key, limit: search.limit)
    let table = try await answer(cost: QueryCost(search)) { deadline in
      try await answers.count(asked, deadline)
    }
    return .counts(table)
  }

  /// `GET /v1/dispersion`.
  func dispersion(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try request.question()
    return .answer(try await dispersion(for: items), as: form)
  }

  /// How evenly what some items ask for lies.
  func dispersion(for items: QueryItems) async throws -> AnswerContents {
    try items.requireOnly(CountParameters.scope)
    let parameters = try SearchParameters(items, maximumLimit: options.value.maximumHits)
    let asked = try counted(parameters, Self.defaultWorks)
    let works = try await answer(cost: QueryCost(asked)) { deadline in
      try await answers.dispersion(asked, deadline)
    }
    return .dispersion(works)
  }

  /// `GET /v1/collocates`.
  func collocates(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try request.question()
    return .answer(try await collocates(for: items), as: form)
  }

  /// The words beside what some items ask for.
  func collocates(for items: QueryItems) async throws -> AnswerContents {
    let parameters = try CollocateParameters(items, maximumLimit: options.value.maximumHits)
    let asked = try counted(parameters.search, Self.defaultLimit)
    let words = try await answer(cost: .costly) { deadline in
      try await answers.collocates(asked, parameters.window, parameters.minimum, deadline)
    }
    return .collocates(words)
  }

  private func counted(
    _ parameters: SearchParameters,
    _ defaultLimit: Int
  ) throws -> SearchRequest {
    var asked = try SearchRequest(parameters, book.limits(for: parameters.query))
    asked.limit = parameters.limit ?? min(defaultLimit, options.value.maximumHits)
    return asked
  }
}
