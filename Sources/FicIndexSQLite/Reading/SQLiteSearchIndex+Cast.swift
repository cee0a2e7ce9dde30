package import FicIndex
package import FicModel
import GRDB

extension SQLiteSearchIndex {
  /// Cast members with their figures, the most talkative first.
  package func cast(
    of work: WorkID?,
    named name: [Term]?,
    limit: Int,
    fitting fits: @Sendable (_ names: [String]) -> Bool,
    deadline: Deadline
  ) async throws -> [CastEntry] {
    try read("read the cast of the index", deadline) { database, _ in
      var search = CastSearch(database)
      return try search.rows(of: work, named: name, limit: limit)
        .filter { fits([$0.name] + $0.aliases) }.map { try search.entry($0) }
    }
  }
}
