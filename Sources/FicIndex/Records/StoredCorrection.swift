package import FicModel

/// A correction as a run found it, and whether it fits.
package struct StoredCorrection: Hashable, Sendable {
  /// What the user says.
  package var correction: Correction

  /// The file that says so.
  package var path: String

  /// Its line, from 1.
  package var line: Int

  /// Why it fits no line of a work; nil where it fits one.
  package var flaw: String?

  /// Creates a record.
  package init(_ correction: Correction, path: String, line: Int, flaw: String? = nil) {
    self.correction = correction
    self.path = path
    self.line = line
    self.flaw = flaw
  }

  /// The problem of one that fits no line; nil of one that fits.
  package var problem: FileProblem? {
    flaw.map { flaw in
      FileProblem(
        code: FileProblem.unfitCorrection,
        path: path,
        place: "line \(line)",
        cause: "\(flaw): \"\(correction.words)\"",
        hint: "see where it stands now, correct it there, and remove this line"
      )
    }
  }
}
