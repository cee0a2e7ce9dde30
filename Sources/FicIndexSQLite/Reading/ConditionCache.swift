import FicIndex
import GRDB
import Synchronization

/// Remembers which works satisfy conditions, since one search asks several times: for its hits, for
/// what it leaves out, for each page.
final class ConditionCache: Sendable {
  /// So many conditions are remembered; then all are forgotten.
  private static let mostConditions = 64

  private struct Contents {
    var generation = -1
    var works: [WorkCondition: WorkSet] = [:]
  }

  private let contents = Mutex(Contents())

  /// Forgets everything: another file has taken the place of the one that was asked.
  func forget() { contents.withLock { $0 = Contents() } }

  /// The works that satisfy a condition, in the state of the index that a connection reads.
  ///
  /// - Throws: `DatabaseError`.
  func works(_ condition: WorkCondition, _ database: Database) throws -> WorkSet {
    let generation = try database.integer("SELECT generation FROM state") ?? 0
    let known = contents.withLock { contents in
      contents.generation == generation ? contents.works[condition] : nil
    }
    if let known { return known }
    let works = try WorkConditionSearch(database: database).works(condition)
    contents.withLock { contents in
      if contents.generation != generation || contents.works.count >= Self.mostConditions {
        contents = Contents(generation: generation)
      }
      contents.works[condition] = works
    }
    return works
  }
}
