package import FicIndex
package import FicModel
import GRDB

extension SQLiteIndexWriter {
  /// The fingerprints of a work's stored chapters, by chapter number.
  package func chapterFingerprints(of work: WorkID) throws -> [Int: Fingerprint] {
    try perform("read the chapters of a work", opensTransaction: false) { database in
      guard let ordinal = try database.ordinal(of: work) else { return [:] }
      var fingerprints: [Int: Fingerprint] = [:]
      try database.query(
        "SELECT id, fingerprint FROM chapter WHERE id BETWEEN ? AND ?",
        .bounds(RowKey.chapters(ofOrdinal: ordinal))
      ) { row in
        fingerprints[RowKey.number(ofChapter: row.integer(0))] = try Fingerprint(
          stored: row.bytes(1)
        )
      }
      return fingerprints
    }
  }

  /// The stored text of the chapters of a work that came from a file, one after the other; nil
  /// where there are none.
  package func storedText(of path: String, in work: WorkID) throws -> [UInt8]? {
    try perform("read the text of a file", opensTransaction: false) { database in
      guard let ordinal = try database.ordinal(of: work) else { return nil }
      let first = RowKey.chapters(ofOrdinal: ordinal).lowerBound
      let last = RowKey.chapter(ordinal: ordinal, number: ChapterRemoval.firstNumber - 1)
      let ids = try database.integers(
        "SELECT id FROM chapter WHERE id BETWEEN ? AND ? AND path = ? ORDER BY id",
        .bounds(first...last) + [.text(path)]
      )
      let store = ChapterStore(database)
      let texts = try ids.compactMap { try store.text(id: $0) }
      return texts.isEmpty ? nil : Array(texts.joined())
    }
  }

  /// Does beforehand what can be done for several chapters at once.
  package func prepare(_ chapters: [ChapterRecords]) throws {
    guard threads > 1, chapters.count > 1 else { return }
    try perform("prepare chapters", opensTransaction: false) { database in
      preparation.prepare(chapters, try DictionaryStore(database).dictionaries())
    }
  }

  /// Stores a chapter with everything that is derived from it, in place of the one with its key.
  package func replace(_ chapter: ChapterRecords) throws {
    try perform("store a chapter") { database in
      guard RowKey.chapterNumbers.contains(chapter.key.chapter),
        let ordinal = try database.ordinal(of: chapter.key.work)
      else {
        let cause = "no place for chapter \(chapter.key.chapter) of work \(chapter.key.work)"
        throw failure("store a chapter", cause)
      }
      let id = RowKey.chapter(ordinal: ordinal, number: chapter.key.chapter)
      let exchange = ChapterExchange(database, id: id, key: chapter.key)
      try exchange.replace(with: chapter, preparation.take(chapter))
      try dictionaryTraining.add(chapter, database)
      try chapterWritten(database)
    }
  }

  /// Removes the chapters of a work whose numbers are in `numbers`.
  package func removeChapters(of work: WorkID, numbers: [Int]) throws {
    try perform("remove chapters") { database in
      guard let ordinal = try database.ordinal(of: work) else { return }
      for number in numbers.sorted() where RowKey.chapterNumbers.contains(number) {
        let exchange = ChapterExchange(
          database,
          id: RowKey.chapter(ordinal: ordinal, number: number),
          key: ChapterKey(work: work, chapter: number)
        )
        try exchange.replace(with: nil)
      }
    }
  }
}
