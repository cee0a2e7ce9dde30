package import FicIndex
package import FicModel
import GRDB

extension SQLiteSearchIndex {
  /// What the index is now.
  package func version(deadline: Deadline) async throws -> IndexVersion {
    // The file first: one that takes its place in between is noticed at the next look.
    let identity = IndexFile.identity(of: path)
    if let identity, let generation = generations.generation(of: path, identity) {
      return IndexVersion(place: [identity.device, identity.inode], generation: generation)
    }
    return try read("read the version of the index", deadline) { database, _ in
      IndexVersion(
        place: identity.map { [$0.device, $0.inode] } ?? [],
        generation: try database.integer("SELECT generation FROM state") ?? 0
      )
    }
  }

  /// Sizes that ranking and status need, and the generation.
  package func statistics(deadline: Deadline) async throws -> IndexStatistics {
    try read("read the size of the index", deadline) { database, _ in
      try IndexStatistics(database)
    }
  }

  /// The chapters that exist of `keys`, in the order of `keys`.
  package func chapters(
    _ keys: [ChapterKey],
    deadline: Deadline
  ) async throws -> [StoredChapter] {
    try read("read chapters of the index", deadline) { database, _ in
      let store = ChapterStore(database)
      let works = WorkStore(database)
      return try keys.compactMap { key in
        guard RowKey.chapterNumbers.contains(key.chapter),
          let ordinal = try database.integer(
            "SELECT ordinal FROM work WHERE id = ?",
            [.integer(Int(key.work.rawValue))]
          )
        else { return nil }
        let id = RowKey.chapter(ordinal: ordinal, number: key.chapter)
        guard var records = try store.records(id: id, key: key) else { return nil }
        // The record has the names as they are indexed; what is shown has one of them each.
        records.cast = try works.cast(ofOrdinal: ordinal, members: records.occurringMembers)
        return StoredChapter(records)
      }
    }
  }

  /// The works that exist of `ids`, in the order of `ids`.
  package func works(_ ids: [WorkID], deadline: Deadline) async throws -> [StoredWork] {
    try read("read works of the index", deadline) { [workCache] database, _ in
      let generation = try database.integer("SELECT generation FROM state") ?? 0
      return try ids.compactMap { id in
        if let known = workCache.work(id, generation: generation) { return known }
        guard let work = try WorkStore(database).work(id) else { return nil }
        workCache.remember(work, generation: generation)
        return work
      }
    }
  }

  /// The works that satisfy a condition, all without one, ascending by id, at most `limit`.
  package func works(
    matching condition: WorkCondition?,
    limit: Int,
    deadline: Deadline
  ) async throws -> [StoredWork] {
    try read("find works of the index", deadline) { [conditions] database, _ in
      let works = try condition.map { try conditions.works($0, database) }
      let store = WorkStore(database)
      return try store.ids(among: works).prefix(max(0, limit))
        .compactMap { try store.work($0) }
    }
  }

  /// What lists of works are sorted by, of the works that satisfy a condition and are among `ids`, if
  /// given; ascending by id.
  package func shelf(
    matching condition: WorkCondition?,
    among ids: [WorkID]?,
    deadline: Deadline
  ) async throws -> [ShelvedWork] {
    try read("list works of the index", deadline) { [conditions] database, _ in
      let works = try condition.map { try conditions.works($0, database) }
      return try WorkStore(database).shelf(of: works, among: ids)
    }
  }

  /// Files that are not searchable, or only in their last good version, by path.
  package func fileProblems(limit: Int, deadline: Deadline) async throws -> [FileProblem] {
    try read("read the files of the index", deadline) { database, _ in
      var problems: [FileProblem] = []
      try database.query(
        """
        SELECT path, problem_code, problem_place, problem_cause, problem_hint FROM file
        WHERE problem_code IS NOT NULL ORDER BY path LIMIT ?
        """,
        [.integer(max(0, limit))]
      ) { row in
        problems.append(
          FileProblem(
            code: row.text(1),
            path: row.text(0),
            place: row.optionalText(2),
            cause: row.text(3),
            hint: row.optionalText(4)
          )
        )
      }
      return problems
    }
  }
}

extension IndexStatistics {
  /// Reads the sums that the writer keeps.
  ///
  /// - Throws: `DatabaseError`.
  init(_ database: Database) throws {
    self.init(
      generation: 0,
      counts: IndexCounts(),
      units: [:],
      unitWords: [:],
      failedFiles: 0
    )
    try database.query(
      """
      SELECT generation, works, chapters, scenes, text_bytes, scene_units, utterance_units,
      matter_units, scene_words, utterance_words, matter_words, files, failed_files FROM state
      """
    ) { row in
      generation = row.integer(0)
      counts = IndexCounts(
        works: row.integer(1),
        chapters: row.integer(2),
        scenes: row.integer(3),
        utterances: row.integer(6),
        words: row.integer(8),
        textBytes: row.integer(4),
        files: row.integer(11)
      )
      units = [.scene: row.integer(5), .utterance: row.integer(6), .matter: row.integer(7)]
      unitWords = [.scene: row.integer(8), .utterance: row.integer(9), .matter: row.integer(10)]
      failedFiles = row.integer(12)
    }
  }
}

extension StoredChapter {
  /// What a search shows of a chapter's records.
  init(_ records: ChapterRecords) {
    self.init(
      key: records.key,
      chapter: records.chapter,
      path: records.path,
      scenes: records.scenes,
      utterances: records.utterances,
      utteranceIndexes: records.utteranceIndexes,
      matter: records.matter,
      cast: records.cast,
      removal: records.removal
    )
  }
}
