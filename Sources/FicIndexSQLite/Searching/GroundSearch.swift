import FicIndex
import FicModel
import GRDB

/// Reads what a query looks into, whatever words it asks for.
struct GroundSearch {
  let query: QuerySearch
  let context: SearchContext

  /// Hands over the parts that all alternatives look into together, ascending.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func forEachPart(_ body: (TextPart) -> Void) throws {
    var open: (part: TextPart, stretch: Int)?
    try forEachRow { row, words in
      let stretch = context.directory.stretches.index(of: row)
      let zone = LineMark.kind(context.directory.marks[row])
      if let own = open, own.stretch == stretch, own.part.zone == zone {
        open?.part.words += words
        return
      }
      if let part = open?.part { body(part) }
      open = LinePlace(row: row, context.directory).map { place in
        let part = TextPart(
          chapter: place.key.chapter,
          stretch: place.stretch,
          zone: place.zone,
          words: words
        )
        return (part, stretch)
      }
    }
    if let part = open?.part { body(part) }
  }

  /// The words that each member of a work says or hears.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func spokenWords(
    by role: SpeechRole,
    ofOrdinal ordinal: Int,
    confidence: Double
  ) throws -> [CastID: Int] {
    guard let range = context.directory.works[ordinal]?.rows else { return [:] }
    var words: [Int: Int] = [:]
    let least = LinePeople.step(confidence)
    try forEachRow { row, count in
      let directory = context.directory
      if LineMark.isStory(directory.marks[row]), directory.confidences[row] >= least {
        words[row] = count
      }
    }
    let members = try context.database.rows(
      "SELECT id FROM cast_member WHERE id BETWEEN ? AND ? AND chapters > 0",
      .bounds(RowKey.members(ofOrdinal: ordinal))
    ) { $0.integer(0) }
    var spoken: [CastID: Int] = [:]
    for member in members {
      let term = PostingKey.term(member, role == .speaker ? .speaker : .addressee)
      var run = LineRun()
      try TermCursor(term, context).read([range], into: &run)
      let sum = run.rows.reduce(0) { $0 + (words[Int($1)] ?? 0) }
      if sum > 0 { spoken[RowKey.castID(ofMember: member)] = sum }
    }
    return spoken
  }

  private func forEachRow(_ body: (_ row: Int, _ words: Int) -> Void) throws {
    let searches = try query.searches()
    if searches.count == 1 {
      return try searches[0].filter.forEachWindow(context) { window in
        try searches[0].readGround(window, body)
      }
    }
    // A row that several alternatives look into counts once.
    var words = [Int](repeating: 0, count: context.directory.end)
    for search in searches {
      try search.filter.forEachWindow(context) { window in
        try search.readGround(window) { words[$0] = max(words[$0], $1) }
      }
    }
    for row in words.indices where words[row] > 0 { body(row, words[row]) }
  }
}
