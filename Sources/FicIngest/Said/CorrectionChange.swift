import FicFormats
import FicIndex
import FicModel

/// The corrections of a run beside those of the run before.
struct CorrectionChange {
  /// The corrections now; what was found out about those that are as before is kept.
  private(set) var corrections: [StoredCorrection] = []

  /// What is said in one of the two only.
  private var changed: Set<Correction> = []

  /// Compares the corrections before with those of a file.
  init(from before: [StoredCorrection], to file: CorrectionFile) {
    let flaws = Dictionary(before.map { ($0.correction, $0.flaw) }) { first, _ in first }
    for line in file.lines {
      var stored = StoredCorrection(line.correction, path: file.path, line: line.number)
      stored.flaw = flaws[line.correction] ?? "no such work was read"
      corrections.append(stored)
    }
    changed = Set(before.map(\.correction)).symmetricDifference(corrections.map(\.correction))
  }

  /// The stored works that read otherwise now.
  func works(in writer: any IndexWriter) throws -> Set<WorkID> {
    if changed.isEmpty { return [] }
    let names = Set(changed.map { AliasName.key($0.work) })
    return try writer.works { id, title in
      names.contains(AliasName.key(title)) || names.contains(AliasName.key(id.description))
    }
  }
}
