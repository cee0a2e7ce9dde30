import FicModel
import FicPrinter
import FicWire
import Hummingbird

/// `/v1/queries` and `/v1/watches`: saved queries, and what those that are watched find anew.
struct NamedQueryRoutes: Sendable {
  let book: QueryBook
  let gate: QueryGate

  /// `GET /v1/queries`.
  func queries(_ request: Request, _ context: ServerContext) async throws -> Response {
    try await list(request, watchedOnly: false)
  }

  /// `GET /v1/watches`.
  func watches(_ request: Request, _ context: ServerContext) async throws -> Response {
    try await list(request, watchedOnly: true)
  }

  /// `PUT /v1/queries`.
  func save(_ request: Request, _ context: ServerContext) async throws -> Response {
    try await save(request, watches: false)
  }

  /// `PUT /v1/watches`.
  func watch(_ request: Request, _ context: ServerContext) async throws -> Response {
    try await save(request, watches: true)
  }

  /// `DELETE /v1/queries`.
  func remove(_ request: Request, _ context: ServerContext) async throws -> Response {
    try remove(request, keepsQuery: false)
  }

  /// `DELETE /v1/watches`.
  func unwatch(_ request: Request, _ context: ServerContext) async throws -> Response {
    try remove(request, keepsQuery: true)
  }

  /// `POST /v1/watches`: what is new since it was last asked.
  func new(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try await request.order()
    try items.requireOnly(["name", "look"])
    let isLook = try items.flag("look") ?? false
    let name = items["name"]
    let new = try await gate.run(.costly) { try await book.newLines(name, for: .reader) }
    guard let records = new.records else { throw Problem.nothingWatched(name) }
    if !isLook { try book.remember(new, for: .reader) }
    return .answer(.search(records, SearchParameters(query: new.query)), as: form)
  }

  private func list(_ request: Request, watchedOnly: Bool) async throws -> Response {
    let (items, form) = try request.question()
    try items.requireOnly([])
    let listing = try await gate.run(watchedOnly ? .costly : .cheap) {
      try await book.listing(watchedOnly: watchedOnly)
    }
    return .answer(.queries(listing), as: form)
  }

  private func save(_ request: Request, watches: Bool) async throws -> Response {
    let (items, form) = try await request.order()
    try items.requireOnly(["name", "query"])
    guard let name = items["name"], let query = items["query"] else {
      throw Problem.badBody(expected: #"{"name":"unanswered","query":"from:smith to:pask"}"#)
    }
    try await gate.run(.costly) { try await book.save(name, query, watches: watches) }
    let said = watches ? "Watched from now on" : "Saved"
    return .answer(.notes(["\(said): @\(name.lowercased()) is \(query)"]), as: form)
  }

  private func remove(_ request: Request, keepsQuery: Bool) throws -> Response {
    let (items, form) = try request.question()
    try items.requireOnly(["name"])
    let name = items["name"] ?? ""
    try book.remove(name, keepsQuery: keepsQuery)
    let said = keepsQuery ? "No longer watched" : "Removed"
    return .answer(.notes(["\(said): @\(name.lowercased())"]), as: form)
  }
}
