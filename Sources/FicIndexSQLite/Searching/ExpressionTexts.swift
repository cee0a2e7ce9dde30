import FicIndex
import FicModel
import GRDB

/// Tries a regular expression on lines, each once for an answer.
///
/// Half of the time that the answer may take is for that: what is left gives out what was found.
final class ExpressionTexts {
  /// Why it was not tried on every line, or not to its end.
  private(set) var cuts: Set<ExpressionCut> = []

  private let compiled: RegularExpression?
  private let context: SearchContext
  private let end: Deadline

  /// For each row whether it was looked at, and of those that match the words that matches touch.
  private var isKnown: [Bool]
  private var known: [Int32: [Range<Int>]] = [:]

  private var chapter: Chapter?
  private var lines: [Line] = []
  private var indexOfChapter = -1

  /// Prepares to try an expression.
  init(_ expression: TextExpression, _ context: SearchContext) {
    compiled = expression.compiled
    self.context = context
    end = context.watch.halfway
    isKnown = [Bool](repeating: false, count: context.directory.marks.count)
  }

  /// The words that the matches in a line touch, ascending.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func places(inRow row: Int) throws -> [Range<Int>] {
    guard isKnown.indices.contains(row) else { return [] }
    if isKnown[row] { return known[Int32(row)] ?? [] }
    guard !end.hasPassed else {
      cuts.insert(.time)
      return []
    }
    try context.check()
    isKnown[row] = true
    guard let compiled, let (chapter, line) = try line(ofRow: row) else { return [] }
    let text = LineText(line, of: chapter.text)
    let (places, isCut) = compiled.matches(in: text)
    if isCut { cuts.insert(.steps) }
    guard !places.isEmpty else { return [] }
    let words = LineReading(line, of: chapter).matches(places).map(\.words)
    known[Int32(row)] = words
    return words
  }

  private func line(ofRow row: Int) throws -> (Chapter, Line)? {
    guard let index = context.directory.chapter(of: row) else { return nil }
    let place = context.directory.chapters[index]
    if index != indexOfChapter {
      indexOfChapter = index
      chapter = try ChapterStore(context.database).records(id: place.id)?.chapter
      lines = chapter.map { ChapterLines($0).lines } ?? []
    }
    let number = row - place.rows.lowerBound
    guard let chapter, lines.indices.contains(number) else { return nil }
    return (chapter, lines[number])
  }
}
