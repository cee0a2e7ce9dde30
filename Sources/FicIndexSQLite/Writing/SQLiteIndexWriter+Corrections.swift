package import FicIndex
package import FicModel

extension SQLiteIndexWriter {
  /// What the user said of lines when the last run began, and what fits.
  package func storedCorrections() throws -> [StoredCorrection] {
    try perform("read the corrections", opensTransaction: false) { database in
      try database.rows(
        """
        SELECT work, words, before, verdict, speaker, addressees, path, line, flaw
        FROM correction ORDER BY id
        """
      ) { row in
        let verdict: Correction.Verdict =
          switch row.integer(3) {
          case 1: .notSpeech
          case 2: .sceneBreak
          default: .said(speaker: row.optionalText(4), addressees: row.text(5).splitNames)
          }
        return StoredCorrection(
          Correction(
            work: row.text(0),
            words: row.text(1),
            before: row.text(2),
            verdict: verdict
          ),
          path: row.text(6),
          line: row.integer(7),
          flaw: row.optionalText(8)
        )
      }
    }
  }

  /// Notes what the user says of lines now, and the works that are to be read again for it.
  package func noteCorrections(
    _ corrections: [StoredCorrection],
    rereading works: Set<WorkID>
  ) throws {
    try perform("note the corrections") { database in
      try database.change("DELETE FROM correction")
      for stored in corrections {
        let correction = stored.correction
        var said: (speaker: String?, addressees: [String]) = (nil, [])
        let verdict: Int
        switch correction.verdict {
        case .said(let speaker, let addressees):
          verdict = 0
          said = (speaker, addressees)
        case .notSpeech: verdict = 1
        case .sceneBreak: verdict = 2
        }
        try database.change(
          """
          INSERT INTO correction
            (work, words, before, verdict, speaker, addressees, path, line, flaw)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          [
            .text(correction.work), .text(correction.words), .text(correction.before),
            .integer(verdict), .optional(said.speaker),
            .text(said.addressees.joined(separator: CastMember.nameBarrier)),
            .text(stored.path), .integer(stored.line), .optional(stored.flaw),
          ]
        )
      }
      for work in works {
        try database.change("UPDATE work SET is_to_reread = 1 WHERE id = ?", [.work(work)])
      }
    }
  }
}
