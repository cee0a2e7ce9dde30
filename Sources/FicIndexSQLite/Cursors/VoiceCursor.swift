import FicIndex
import FicModel

/// Finds the lines in which what another cursor finds is in one of some voices: said, thought, or
/// told.
///
/// In a line of another zone than the story every place counts.
final class VoiceCursor: SiftingCursor {
  var cost: Int { source.cost }

  let source: any LineCursor
  private let voices: Set<Voice>
  private let leavesMixedLines: Bool
  private let context: SearchContext

  /// Lines in which only the narrator's words count: those of speakers who are left out.
  private let excluded: (any LineCursor)?

  /// Narrows a cursor to some voices.
  ///
  /// - Parameters:
  ///   - inner: What is looked for.
  ///   - voices: Whose words count.
  ///   - excluded: Finds lines in which what is said and thought does not count; nil for none.
  ///   - leavesMixedLines: Whether lines of story with several voices are left to a
  ///     `TurnPhraseCursor`.
  ///   - context: The state of the index.
  init(
    _ inner: any LineCursor,
    _ voices: Set<Voice>,
    excluding excluded: (any LineCursor)?,
    leavesMixedLines: Bool = false,
    _ context: SearchContext
  ) {
    source = inner
    self.voices = voices
    self.excluded = excluded
    self.leavesMixedLines = leavesMixedLines
    self.context = context
  }

  func sift(_ found: LineRun, into run: inout LineRun) throws {
    guard !found.isEmpty else { return }
    var narrow = LineRun()
    try excluded?.keep(found.rows, into: &narrow)
    var next = 0
    for place in found.rows.indices {
      let row = found.rows[place]
      while next < narrow.count, narrow.rows[next] < row { next += 1 }
      let isNarrow = next < narrow.count && narrow.rows[next] == row
      let allowed = isNarrow ? voices.intersection([.narration]) : voices
      let mark = context.directory.marks[Int(row)]
      if !LineMark.isStory(mark) || allowed == Voice.all {
        run.append(row, found.counts[place])
      } else if let only = LineMark.voice(mark) {
        if allowed.contains(only) { run.append(row, found.counts[place]) }
      } else if !allowed.isEmpty, !leavesMixedLines {
        let count = try occurrences(inRow: Int(row), allowed).count
        if count > 0 { run.append(row, UInt16(clamping: count)) }
      }
    }
  }

  private func occurrences(inRow row: Int, _ allowed: Set<Voice>) throws -> [Range<Int>] {
    let regions = try context.regions(ofRow: row)
    return try source.occurrences(inRow: row).filter { words in
      words.allSatisfy { allowed.contains(regions.voice(ofWord: $0)) }
    }
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] {
    let mark = context.directory.marks[row]
    guard LineMark.isStory(mark) else { return try source.occurrences(inRow: row) }
    var narrow = LineRun()
    try excluded?.keep([Int32(row)], into: &narrow)
    let allowed = narrow.isEmpty ? voices : voices.intersection([.narration])
    if let only = LineMark.voice(mark) {
      return allowed.contains(only) ? try source.occurrences(inRow: row) : []
    }
    return leavesMixedLines ? [] : try occurrences(inRow: row, allowed)
  }
}
