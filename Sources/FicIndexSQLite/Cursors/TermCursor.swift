import FicIndex
import FicModel
import GRDB

/// Finds the lines that hold a term: by its posting list, by what came since the last merge, and,
/// where in a line, by FTS5.
final class TermCursor: LineCursor {
  /// The lines that hold it, those that are gone since the last merge with them.
  let cost: Int

  private let term: [UInt8]
  private let context: SearchContext
  private let reader: PostingReader?
  private let recent: LineRun
  private var postings: TermPostings?
  private var lastRow = -1

  /// Looks a term up.
  ///
  /// - Throws: `DatabaseError`.
  init(_ term: [UInt8], _ context: SearchContext) throws {
    self.term = term
    self.context = context
    let entry = try context.entry(of: term)
    reader = entry.map { PostingReader(context.database, $0.place) }
    recent = context.directory.recent.run(of: term) ?? LineRun()
    cost = (entry?.lines ?? 0) + recent.count
  }

  /// Takes a term whose list is known.
  init(_ term: [UInt8], lines: Int, _ place: TermBlock.Place?, _ context: SearchContext) {
    self.term = term
    self.context = context
    reader = place.map { PostingReader(context.database, $0) }
    recent = context.directory.recent.run(of: term) ?? LineRun()
    cost = lines + recent.count
  }

  func read(_ ranges: [Range<Int>], into run: inout LineRun) throws {
    try read(ranges, into: &run) { _ in true }
  }

  /// Adds the lines in some ranges of rows of which some may have more of the term's weight than a
  /// bound; see `PostingReader`.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func read(
    _ ranges: [Range<Int>],
    into run: inout LineRun,
    where isWanted: (_ bound: Double) -> Bool
  ) throws {
    // Lists end before the rows that came since the last merge.
    try reader?.read(ranges, into: &run, where: isWanted)
    if !recent.isEmpty { run.append(recent, in: ranges) }
  }

  func keep(_ rows: [Int32], into run: inout LineRun) throws {
    let end = rows.partitionPoint { Int($0) >= context.directory.mergedEnd }
    if let reader { try reader.keep(Array(rows[..<end]), into: &run) }
    if !recent.isEmpty { run.append(recent, of: Array(rows[end...])) }
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] {
    var positions = PositionBuffer()
    guard try readPositions(inRow: row, into: &positions) else { return [] }
    return (0..<positions.count).map { Int(positions[$0])..<Int(positions[$0]) + 1 }
  }

  /// Reads where a line has the term, each place less `offset`; false where it has not.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func readPositions(
    inRow row: Int,
    less offset: Int32 = 0,
    into positions: inout PositionBuffer
  ) throws -> Bool {
    try open(at: row)
    guard let match = try postings?.find(row) else { return false }
    postings?.readPositions(match, less: offset, into: &positions)
    return true
  }

  /// Keeps those of some places that the term follows at a distance.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func keepPositions(
    _ positions: inout PositionBuffer,
    before distance: Int32,
    inRow row: Int
  ) throws -> Bool {
    try open(at: row)
    guard let match = try postings?.find(row) else { return false }
    postings?.keep(&positions, before: distance, match)
    return positions.count > 0
  }

  /// Opens FTS5's postings, anew where a row is asked for that lies before the last one.
  private func open(at row: Int) throws {
    if postings == nil || row < lastRow { postings = try context.fullText.postings(of: term) }
    lastRow = row
  }

  /// How many lines that are there hold the term.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func liveLines() throws -> Int {
    let directory = context.directory
    var gone = recent.rows.count { directory.marks[Int($0)] == LineMark.gone }
    guard reader != nil, !directory.goneRows.isEmpty else { return cost - gone }
    let cursor = try TermCursor(term, context)
    var run = LineRun()
    try cursor.reader?.read(directory.goneRows, into: &run)
    gone += run.count
    return cost - gone
  }
}
