import FicIndex
import FicModel
import Synchronization

/// An index in memory that reads all its text for every question: slow, and plainly right.
///
/// It says what the answers of every other backend must be, and serves tests and small archives
/// that are not worth a file.
package final class MemoryIndex: Sendable {
  /// Everything that is stored.
  struct Contents: Sendable {
    var expectedFiles = 0
    var works: [WorkID: WorkRecord] = [:]
    var chapters: [ChapterKey: ChapterRecords] = [:]
    var files: [String: IndexedFile] = [:]
    var aliases: [AliasEntry] = []
    var corrections: [StoredCorrection] = []
    var worksToReread: Set<WorkID> = []
    var sources: [String: SourceRecord] = [:]
    var removals: [ChapterKey: ChapterRemoval] = [:]
    var copies: [WorkID: WorkID] = [:]
    var changes: [(run: Int, change: ArchiveChange)] = []
    var run = 0
    var generation = 0
    var hasChanges = false
  }

  private let contents = Mutex(Contents())

  /// Creates an empty index.
  package init() {}

  /// A copy of everything, for one question.
  var stored: Contents { contents.withLock { $0 } }

  /// Changes what is stored.
  func change<Result: Sendable>(_ body: (inout Contents) -> Result) -> Result {
    contents.withLock { contents in
      contents.hasChanges = true
      return body(&contents)
    }
  }

  /// Counts the generation up if anything changed.
  func publish() {
    contents.withLock { contents in
      if contents.hasChanges { contents.generation += 1 }
      contents.hasChanges = false
    }
  }
}

extension MemoryIndex.Contents {
  /// Everything that the user may want to mend.
  var problems: [FileProblem] {
    files.values.compactMap(\.problem) + corrections.compactMap(\.problem)
  }

  /// The chapters of the works and places that a plan looks into, in reading order.
  func chapters(of work: WorkID) -> [ChapterRecords] {
    chapters.values.filter { $0.key.work == work }.sorted { $0.key < $1.key }
  }

  /// The works that satisfy a condition; all without one.
  func works(matching condition: WorkCondition?) -> Set<WorkID> {
    guard let condition else { return Set(works.keys) }
    let matching = works.values.filter { work in
      condition.holds(
        of: work,
        facts: FoldedFacts(work.id, path: work.path, metadata: work.metadata),
        counted: counted(of: work.id)
      )
    }
    return Set(matching.map(\.id))
  }

  /// The works of a list, and how well each answers.
  func scores(of selection: WorkList.Selection) -> [WorkID: Double] {
    switch selection {
    case .scored(let scores): return scores.filter { works[$0.key] != nil }
    case .satisfying(let condition, let favoured):
      let favoured = favoured.map { works(matching: $0) }
      var scores: [WorkID: Double] = [:]
      for id in works(matching: condition) {
        let place = favoured.firstIndex { $0.contains(id) } ?? favoured.count
        scores[id] = Double(favoured.count - place)
      }
      return scores
    }
  }

  /// The words and chapters that are stored of a work, and the day when it came.
  func counted(of id: WorkID) -> [FigureKey: Int] {
    let chapters = chapters(of: id)
    var counted: [FigureKey: Int] = [
      .chapters: chapters.count,
      .words: chapters.reduce(0) { $0 + $1.knownTerms.storyWords },
    ]
    counted[.added] = works[id]?.added.map { CalendarDate(seconds: $0).number }
    return counted
  }

  /// A work as the index gives it back.
  func storedWork(_ id: WorkID) -> StoredWork? {
    guard let work = works[id] else { return nil }
    let chapters = chapters(of: id)
    return StoredWork(
      id: id,
      path: work.path,
      metadata: work.metadata,
      chapters: chapters.count,
      scenes: chapters.reduce(0) { $0 + $1.chapter.scenes.count },
      words: chapters.reduce(0) { $0 + $1.knownTerms.storyWords },
      removedChapters: removals.keys.count { $0.work == id },
      sources: sources(of: id),
      copyOf: copies[id],
      added: works[id]?.added
    )
  }

  /// The sources of a work, the chosen one first, then by place.
  func sources(of work: WorkID) -> [SourceRecord] {
    sources.values.filter { $0.work == work }.sorted { left, right in
      left.isChosen == right.isChosen ? left.place < right.place : left.isChosen
    }
  }

  /// The counts that `status` shows.
  var counts: IndexCounts {
    IndexCounts(
      works: works.count,
      chapters: chapters.count,
      scenes: chapters.values.reduce(0) { $0 + $1.chapter.scenes.count },
      utterances: chapters.values.reduce(0) {
        $0 + $1.chapter.utterances.count { $0.kind != .notSpeech }
      },
      words: chapters.values.reduce(0) { $0 + $1.knownTerms.storyWords },
      textBytes: chapters.values.reduce(0) { $0 + $1.chapter.text.count },
      files: files.values.count { $0.isSearchable }
    )
  }
}
