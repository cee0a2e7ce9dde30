import FicIndex
import FicModel
import GRDB

/// Finds the lines to which somebody of a name is something: a speaker, an addressee, or present at
/// all.
final class MemberCursor: LineCursor {
  private struct Member {
    var terms: [[UInt8]]
    var rows: Range<Int>
    var cursors: [TermCursor]?
  }

  let cost: Int

  private let context: SearchContext

  /// Those of the name, by the first rows of their works; each is looked up when its work is read.
  private var members: [Member] = []

  /// Looks a name up; who is called so behind the chapter `border` only is left out.
  ///
  /// - Throws: `DatabaseError`.
  init(
    _ name: TermPhrase,
    _ roles: [PostingKey.Role],
    _ border: Int?,
    _ context: SearchContext
  ) throws {
    self.context = context
    var members: [Member] = []
    var cost = 0
    try context.database.query(
      """
      SELECT \(CastMember.columns), id, lines, scenes FROM cast_member
      WHERE id IN (SELECT rowid FROM name_fts WHERE name_fts MATCH ?)
      """,
      [.utf8(NameExpression(name).text)]
    ) { row in
      if let border, !CastMember(row).isCalled(name, upTo: border) { return }
      let id = row.integer(7)
      guard let rows = context.directory.works[RowKey.ordinal(ofMember: id)]?.rows else { return }
      members.append(Member(terms: roles.map { PostingKey.term(id, $0) }, rows: rows))
      // Whoever is only named in notes has neither lines nor scenes.
      cost += max(1, row.integer(8) * roles.count + row.integer(9))
    }
    members.sort { $0.rows.lowerBound < $1.rows.lowerBound }
    self.members = members
    self.cost = cost
  }

  func read(_ ranges: [Range<Int>], into run: inout LineRun) throws {
    guard let first = ranges.first, let last = ranges.last else { return }
    let range = first.lowerBound..<last.upperBound
    try UnionCursor.join(cursors(in: range), in: range, into: &run) {
      try $0.read(ranges, into: &$1)
    }
  }

  func keep(_ rows: [Int32], into run: inout LineRun) throws {
    guard let first = rows.first, let last = rows.last else { return }
    let range = Int(first)..<Int(last) + 1
    try UnionCursor.join(cursors(in: range), in: range, into: &run) {
      try $0.keep(rows, into: &$1)
    }
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] { [] }

  /// The cursors of those whose works have rows in a range.
  private func cursors(in range: Range<Int>) throws -> [TermCursor] {
    var found: [TermCursor] = []
    for index in members.indices {
      if members[index].rows.lowerBound >= range.upperBound { break }
      guard members[index].rows.overlaps(range) else { continue }
      let own =
        try members[index].cursors ?? members[index].terms.map { try TermCursor($0, context) }
      members[index].cursors = own
      found += own
    }
    return found
  }
}
