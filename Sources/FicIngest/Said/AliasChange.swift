import FicDialogue
import FicIndex
import FicModel

/// What is different in the aliases since the last run, and which works that concerns.
struct AliasChange {
  /// More names than this would take longer to look up than the works to read.
  private static let maximumNames = 4000

  private let entries: Set<AliasEntry>

  /// Compares the aliases before with those now.
  init(from before: [AliasEntry], to now: [AliasEntry]) {
    entries = Set(before).symmetricDifference(now)
  }

  /// The stored works that read otherwise now, or might: those that an entry names, and, for one of
  /// all works, those whose text has the words of a name; nil for every work.
  func works(in writer: any IndexWriter) throws -> Set<WorkID>? {
    let names = Set(entries.filter { $0.work == nil }.flatMap { [$0.name] + $0.aliases })
    if names.count > Self.maximumNames { return nil }
    let analyzer = Analyzer()
    let searches = Set(names.map { analyzer.terms(of: CastSeed.tellingWords(of: $0)) })
    if searches.contains([]) { return nil }
    let scoped = entries.filter { $0.work != nil }
    var works: Set<WorkID> = []
    if !scoped.isEmpty {
      works = try writer.works { id, title in
        scoped.contains { $0.isOf(id, titled: title) }
      }
    }
    for terms in searches {
      works.formUnion(try writer.works(holding: terms))
    }
    return works
  }
}
