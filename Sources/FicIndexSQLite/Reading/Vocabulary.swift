import FicIndex
import GRDB

/// The terms of the index, as FTS5 lists them.
///
/// FTS5 reads the whole list of a term's places to count them, so a look through many terms is
/// bounded in time.
struct Vocabulary {
  /// Which terms.
  enum Source: String {
    /// Those of the lines.
    case lines = "line_vocabulary"
    /// Those of the names of all casts.
    case names = "name_vocabulary"
  }

  /// A term and how many rows hold it.
  struct Word {
    /// The term.
    var term: Term

    /// The number of lines, or of cast members.
    var rows: Int
  }

  private struct OutOfTime: Error {}

  private let database: Database
  private let deadline: Deadline

  /// Creates a vocabulary whose look-ups end at `deadline`.
  init(_ database: Database, deadline: Deadline) {
    self.database = database
    self.deadline = deadline
  }

  /// The terms that start with `prefix`, ascending, as far as time allows.
  ///
  /// - Throws: `DatabaseError`.
  func words(in source: Source, startingWith prefix: [UInt8]) throws -> [Word] {
    var words: [Word] = []
    do {
      try database.query(
        "SELECT term, doc FROM \(source.rawValue) WHERE term >= ? AND term <= ?",
        // No byte of UTF-8 is as great as 0xFF.
        [.utf8(prefix), .utf8(prefix + [0xFF])]
      ) { row in
        let bytes = row.bytes(0)
        if bytes != [Analyzer.barrier], bytes.first != FrequentWords.joiner,
          PostingKey.isText(bytes)
        {
          words.append(Word(term: Term(bytes: bytes), rows: row.integer(1)))
        }
        if deadline.hasPassed { throw OutOfTime() }
      }
    } catch is OutOfTime {}
    return words
  }

  /// The term as a name writes it, where it is part of a name; else as it is.
  ///
  /// - Throws: `DatabaseError`.
  func asWritten(_ term: Term) throws -> String {
    let expression = NameExpression(TermPhrase([term]))
    var names: [String] = []
    try database.query(
      """
      SELECT name, aliases FROM name_fts JOIN cast_member ON cast_member.id = name_fts.rowid
      WHERE name_fts MATCH ? LIMIT 1
      """,
      [.utf8(expression.text)]
    ) { row in
      names = [row.text(0)] + row.text(1).splitNames
    }
    let analyzer = Analyzer()
    for word in names.flatMap({ $0.split(separator: " ") }) {
      let text = String(word)
      if analyzer.terms(of: text) == [term] { return text }
    }
    return term.description
  }
}
