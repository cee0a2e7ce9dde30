import FicIndex
import FicModel

/// Finds the lines of story with several voices in which somebody says or thinks a phrase, the
/// narrator's words within it left out: "I am not going to the island," said Smith. "I am waiting."
final class TurnPhraseCursor: SiftingCursor {
  let cost: Int

  /// The rarest word.
  let source: any LineCursor

  /// The cursors of the words, and their places in the phrase, the rarest first.
  private let words: [(cursor: any LineCursor, place: Int)]

  private let voices: Set<Voice>
  private let context: SearchContext

  /// Lines in which only the narrator's words count: those of speakers who are left out.
  private let excluded: (any LineCursor)?

  /// Puts the cursors of words one behind the other.
  ///
  /// - Parameters:
  ///   - words: The words of the phrase, two or more.
  ///   - voices: Whose words count; not the narrator's.
  ///   - excluded: Finds lines in which what is said and thought does not count; nil for none.
  ///   - context: The state of the index.
  init(
    _ words: [any LineCursor],
    _ voices: Set<Voice>,
    excluding excluded: (any LineCursor)?,
    _ context: SearchContext
  ) {
    self.words = words.enumerated().map { ($0.element, $0.offset) }
      .sorted { $0.cursor.cost < $1.cursor.cost }
    source = self.words.first?.cursor ?? UnionCursor([])
    self.voices = voices
    self.excluded = excluded
    self.context = context
    cost = words.map(\.cost).min() ?? 0
  }

  /// Adds those of some lines with the rarest word that hold the phrase.
  func sift(_ found: LineRun, into run: inout LineRun) throws {
    var rows = found.rows.filter { isMixed(Int($0)) }
    for word in words.dropFirst() where !rows.isEmpty {
      var found = LineRun()
      try word.cursor.keep(rows, into: &found)
      rows = found.rows
    }
    guard !rows.isEmpty else { return }
    var narrow = LineRun()
    try excluded?.keep(rows, into: &narrow)
    for row in rows where !narrow.rows.containsAscending(row) {
      let count = try places(inRow: Int(row)).count
      if count > 0 { run.append(row, UInt16(clamping: count)) }
    }
  }

  private func isMixed(_ row: Int) -> Bool {
    let mark = context.directory.marks[row]
    return LineMark.isStory(mark) && LineMark.voice(mark) == nil
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] {
    guard isMixed(row) else { return [] }
    var narrow = LineRun()
    try excluded?.keep([Int32(row)], into: &narrow)
    return narrow.isEmpty ? try places(inRow: row) : []
  }

  /// Where the phrase stands in a line, the narrator's words within it with it.
  private func places(inRow row: Int) throws -> [Range<Int>] {
    let regions = try context.regions(ofRow: row).filter { voices.contains($0.voice) }
    // The place of a word among those that count.
    func place(_ word: Int) -> Int? {
      var before = 0
      for region in regions {
        if word < region.start { return nil }
        if word < region.end { return before + word - region.start }
        before += region.end - region.start
      }
      return nil
    }
    var starts: Set<Int>?
    for word in words {
      let own = try word.cursor.occurrences(inRow: row)
        .compactMap { place($0.lowerBound).map { $0 - word.place } }
      starts = starts?.intersection(own) ?? Set(own)
    }
    let counting = regions.flatMap { $0.start..<$0.end }
    return (starts ?? []).sorted().compactMap { start in
      guard counting.indices.contains(start), counting.indices.contains(start + words.count - 1)
      else { return nil }
      return counting[start]..<counting[start + words.count - 1] + 1
    }
  }
}
