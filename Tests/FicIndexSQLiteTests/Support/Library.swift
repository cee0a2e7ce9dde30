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

  /// The keys of the units that hold a clause, as `chapter/ordinal`, with the sum of its frequencies.
  func find(
    _ clause: TermClause?,
    unit: IndexUnit.Kind = .scene,
    _ change: (inout CandidatePlan) -> Void = { _ in }
  ) async throws -> [String] {
    var plan = CandidatePlan(unit: unit, clause: clause)
    change(&plan)
    let list = try await index.candidates(for: plan, deadline: .never)
    return list.keys.enumerated().map { place, key in
      let frequencies = list.frequencies(at: place).map { "\($0)" }.joined(separator: ",")
      return "\(key.chapter.chapter)/\(key.ordinal)×\(frequencies)"
    }
  }
}

extension TermClause {
  /// A phrase of the words of a text.
  static func words(_ text: String, in column: Column = .text) -> TermClause {
    .phrase(Analyzer().terms(of: text), in: column)
  }
}
