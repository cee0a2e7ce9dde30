import FicIndex
import FicIndexSQLite
import FicModel

/// An index in a folder of its own, for one test.
final class Library {
  /// The index file's folder.
  let folder: TemporaryFolder

  /// The index file.
  var path: String { folder.file("index.db") }

  /// A searcher that opens the file when it is first asked.
  private(set) lazy var index = SQLiteSearchIndex(path: path, readers: 2)

  /// Creates an empty folder.
  init() throws {
    folder = try TemporaryFolder()
  }

  /// The cast that most tests use.
  static let cast = [
    CastMember(name: "John Smith", aliases: ["Smith", "Johnny"], gender: .male, mentions: 3),
    CastMember(name: "Mary Brown", aliases: ["Mary"], gender: .female),
    CastMember(name: "the guard", kind: .described),
  ]

  /// A work with a title and an author.
  static func work(
    _ identity: String,
    title: String = "A Title",
    author: String = "An Author",
    cast: [CastMember] = cast
  ) -> WorkRecord {
    WorkRecord(
      id: WorkID(identity: identity),
      identity: identity,
      path: "/archive/\(identity)",
      metadata: WorkMetadata(fields: [
        MetadataField(key: "title", value: title, origin: .header),
        MetadataField(key: "author", value: author, origin: .folder),
      ]),
      cast: cast
    )
  }

  /// Writes works with their chapters and ends the run.
  func write(_ works: [(WorkRecord, [Script])]) throws {
    let writer = try SQLiteIndexWriter(path: path)
    for (work, scripts) in works {
      let id = try writer.putWork(work)
      for (place, script) in scripts.enumerated() {
        try writer.replace(script.records(work: id, number: place + 1, cast: work.cast))
      }
    }
    try writer.finish()
  }

  /// The lines that satisfy a plan, as `chapter/line×matches`, work by work.
  func find(
    _ clause: TermClause?,
    _ change: (inout LinePlan) -> Void = { _ in }
  ) async throws -> [String] {
    var plan = LinePlan(clause: clause)
    change(&plan)
    let query = QueryPlan([plan])
    // Every word tells, however few lines there are.
    let weights = LeafWeights(query.leaves, lines: .max) { _ in 1 }
    let lines = try await index.read { snapshot in
      try snapshot.tally(query, weights).works.flatMap { work in
        try snapshot.lines(query, weights, of: work.work, after: nil, limit: .max)
      }
    }
    return lines.map { "\($0.key.chapter.chapter)/\($0.key.line)×\($0.matches)" }
  }
}

extension TermClause {
  /// A phrase of the words of a text.
  static func words(_ text: String, isPrefix: Bool = false) -> TermClause {
    .phrase(TermPhrase(Analyzer().terms(of: text), isPrefix: isPrefix))
  }
}

extension LinePlan {
  /// Asks that somebody of a name is something to a line.
  mutating func ask(_ role: PersonCondition.Role, _ name: String, isNegated: Bool = false) {
    let name = TermPhrase(Analyzer().terms(of: name))
    people.append(PersonCondition(role: role, name: name, isNegated: isNegated))
    if role != .present, !isNegated { reach = .line }
  }
}
