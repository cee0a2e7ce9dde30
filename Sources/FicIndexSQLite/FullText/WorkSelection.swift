import FicIndex
import FicModel
import GRDB

/// Which works and chapters a search looks into, by ordinal, as rowids tell them.
struct WorkSelection {
  /// The ordinals to take, ascending; nil for all.
  var included: [Int]?

  /// The ordinals to leave out.
  var excluded: Set<Int> = []

  /// The chapter numbers to take; nil for all.
  var chapters: ClosedRange<Int>?

  /// The kind of unit whose rowids are asked about.
  var kind: IndexUnit.Kind

  /// The most works whose ranges are searched one by one; more are searched as one range and sifted.
  private static let maximumRanges = 32

  /// Whether every unit is in it.
  var isEverything: Bool { included == nil && excluded.isEmpty && chapters == nil }

  /// Leaves only the works that are in a set as well.
  mutating func narrow(to works: WorkSet) {
    if let included {
      self.included = included.filter(works.contains)
    } else if works.isComplement {
      excluded.formUnion(works.ordinals)
    } else {
      included = works.ordinals.sorted()
    }
  }

  /// Whether the unit of a full-text row is in one of the works and chapters.
  func contains(row: Int) -> Bool {
    isEverything || contains(chapter: RowKey.chapter(ofUnit: FullTextRow(kind).unit(row), kind))
  }

  /// Whether the chapter is one of those.
  func contains(chapter: Int) -> Bool {
    if let chapters, !chapters.contains(RowKey.number(ofChapter: chapter)) { return false }
    let ordinal = RowKey.ordinal(ofChapter: chapter)
    return !excluded.contains(ordinal) && (included?.containsAscending(ordinal) ?? true)
  }

  /// The ranges of chapter ids to search, ascending, so that a work costs its own rows only.
  var chapterRanges: [ClosedRange<Int>] {
    guard let included else {
      return [0...RowKey.chapters(ofOrdinal: RowKey.maximumOrdinal).upperBound]
    }
    guard let first = included.first, let last = included.last else { return [] }
    guard included.count <= Self.maximumRanges else {
      return [
        RowKey.chapters(ofOrdinal: first).lowerBound...RowKey.chapters(ofOrdinal: last).upperBound
      ]
    }
    return included.map { ordinal in
      let range = RowKey.chapters(ofOrdinal: ordinal)
      guard let chapters else { return range }
      let wanted = chapters.clamped(to: RowKey.chapterNumbers)
      return range.lowerBound + wanted.lowerBound...range.lowerBound + wanted.upperBound
    }
  }
}

extension WorkSelection {
  /// The works and chapters that a plan looks into; `satisfying` are those that meet its condition, if
  /// it has one.
  ///
  /// - Throws: `DatabaseError`.
  init(of plan: CandidatePlan, among satisfying: WorkSet?, _ database: Database) throws {
    self.init(
      included: try plan.works.map { try Self.ordinals(of: $0, database).sorted() },
      excluded: Set(try Self.ordinals(of: plan.excludedWorks, database)),
      chapters: plan.chapters,
      kind: plan.unit
    )
    if let satisfying { narrow(to: satisfying) }
  }

  private static func ordinals(of works: [WorkID], _ database: Database) throws -> [Int] {
    try works.compactMap { work in
      try database.integer(
        "SELECT ordinal FROM work WHERE id = ?",
        [.integer(Int(work.rawValue))]
      )
    }
  }
}

extension [Int] {
  /// Whether an ascending array holds a number.
  ///
  /// Complexity: O(log n).
  func containsAscending(_ number: Int) -> Bool {
    let index = firstAscending(from: number)
    return index < count && self[index] == number
  }
}
