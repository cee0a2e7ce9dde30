import FicIndex
import FicModel
import FicQuery
import FicWire
import Glibc

/// The saved queries, and what those that are watched have found anew.
struct QueryBook: Sendable {
  let options: CurrentOptions
  let store: UserFileStore
  let search:
    @Sendable (_ request: SearchRequest, _ deadline: Deadline) async throws -> [SearchRecord]

  /// The lines of a page, while all that a query finds is read.
  private static let page = SearchRequest.maximumLimit

  /// The saved queries.
  ///
  /// Throws: `Problem` where the file cannot be read.
  func file() throws(Problem) -> NamedQueryFile {
    let path = options.value.userFile(NamedQueryFile.kind)
    let bytes = try UserFileStore.bytes(at: path, of: NamedQueryFile.kind) ?? []
    return NamedQueryFile(path: path, bytes: bytes)
  }

  /// How much a query may hold now, and the saved queries where it may name one.
  ///
  /// Throws: `Problem` where the file of saved queries cannot be read.
  func limits(for query: String) throws(Problem) -> QueryLimits {
    let options = options.value
    var limits = QueryLimits(
      bytes: options.queryBytes,
      terms: options.queryTerms,
      today: Glibc.time(nil) / 86_400
    )
    if query.contains("@") { limits.saved = try file().byName }
    return limits
  }

  /// Saves a query, and watches it from now on if that is wished.
  ///
  /// Throws: `Problem` for a bad name or too many queries; what a search throws.
  func save(_ name: String, _ query: String, watches: Bool) async throws {
    if let flaw = NamedQueryFile.flaw(in: name) {
      throw Problem(code: "bad_name", status: 400, detail: flaw.cause, hint: flaw.hint)
    }
    // What cannot be asked is not saved.
    let found = try await lines(of: query)
    let options = options.value
    let path = options.userFile(NamedQueryFile.kind)
    try store.change(path, of: NamedQueryFile.kind) { bytes in
      var file = NamedQueryFile(path: path, bytes: bytes)
      guard file.queries.count < NamedQueryFile.maximumQueries || file.byName[name] != nil else {
        throw Problem(
          code: "too_many_queries",
          status: 409,
          detail: "more than \(NamedQueryFile.maximumQueries) queries cannot be saved",
          hint: "remove some: ficsearch save --remove NAME"
        )
      }
      file.set(name, query)
      return file.bytes
    }
    guard watches else { return }
    let name = name.lowercased()
    // Whoever was told of a query of the name that was another is told of this one.
    _ = SeenLines.remove(name, options)
    try SeenLines(time: Glibc.time(nil), keys: Set(found.hits.map(SeenLines.key)))
      .write(name, .reader, options)
  }

  /// Removes a query, or only ceases to watch it.
  ///
  /// Throws: `Problem` where there is none of the name.
  func remove(_ name: String, keepsQuery: Bool) throws {
    // What is no name must not become part of a path.
    guard NamedQueryFile.flaw(in: name) == nil else { throw Problem.noSuchQuery(name) }
    let options = options.value
    let isWatched = SeenLines.remove(name.lowercased(), options)
    if keepsQuery {
      guard isWatched else { throw Problem.noSuchQuery(name) }
      return
    }
    let path = options.userFile(NamedQueryFile.kind)
    try store.change(path, of: NamedQueryFile.kind) { bytes in
      var file = NamedQueryFile(path: path, bytes: bytes)
      guard file.remove(name) else { throw Problem.noSuchQuery(name) }
      return file.bytes
    }
  }

  /// The saved queries, or those that are watched with the number of their new lines.
  func listing(watchedOnly: Bool) async throws -> NamedQueryListing {
    let file = try file()
    var records: [NamedQueryRecord] = []
    for (name, query) in file.queries {
      let seen = try SeenLines.read(name, .reader, options.value)
      var record = NamedQueryRecord(name: name, query: query, lastAsked: seen?.time)
      if watchedOnly {
        guard let seen else { continue }
        record.new = try await lines(of: query).hits.count {
          !seen.keys.contains(SeenLines.key(of: $0))
        }
      }
      records.append(record)
    }
    return NamedQueryListing(queries: records, problems: file.problems)
  }

  /// The lines that are new since `listener` was told, of one watched query or of all.
  ///
  /// Throws: `Problem` where a file cannot be read; what a search throws.
  func newLines(_ name: String?, for listener: WatchListener) async throws -> NewLines {
    var new = NewLines()
    for (own, query) in try file().queries where name.map({ $0.lowercased() == own }) ?? true {
      guard let asked = try SeenLines.read(own, .reader, options.value) else { continue }
      let seen = try SeenLines.read(own, listener, options.value) ?? asked
      new.add(own, try await lines(of: query), apartFrom: seen, at: Glibc.time(nil))
    }
    return new
  }

  /// Notes that `listener` was told of lines: they are old from then on.
  ///
  /// Throws: `Problem` where a file cannot be written.
  func remember(_ new: NewLines, for listener: WatchListener) throws(Problem) {
    for (name, found) in new.found { try found.write(name, listener, options.value) }
  }

  /// All lines that a query finds, as read, up to the bound.
  private func lines(of query: String) async throws -> FoundLines {
    var request = SearchRequest(
      query: query,
      limit: Self.page,
      sort: .story,
      limits: try limits(for: query)
    )
    var found = FoundLines()
    while found.hits.count < SeenLines.most {
      let deadline = Deadline.after(.milliseconds(options.value.queryMilliseconds))
      var next: String?
      for record in try await search(request, deadline) {
        switch record {
        case .begin(let own): found.begin = found.begin ?? own
        case .hit(let hit): found.hits.append(hit)
        case .end(let end): next = end.cursor
        default: break
        }
      }
      guard let next else { break }
      request.cursor = next
    }
    return found
  }
}

extension Problem {
  /// No query is saved under a name.
  static func noSuchQuery(_ name: String) -> Problem {
    Problem(
      code: "no_such_query",
      status: 404,
      detail: "no query is saved as '\(name.prefix(80))'",
      hint: "'ficsearch save --list' and 'ficsearch watch list' show what is there"
    )
  }

  /// Nothing is watched, or not what was asked for.
  static func nothingWatched(_ name: String?) -> Problem {
    Problem(
      code: "nothing_watched",
      status: 404,
      detail: name.map { "'\($0.prefix(80))' is not watched" } ?? "no query is watched",
      hint: "ficsearch watch add NAME QUERY"
    )
  }
}
