import FicIndex
import FicModel

/// What the user says of names and of lines, and what of it holds in a work.
struct UserWord: Sendable {
  /// Of names.
  var aliases = AliasBook([])

  /// Of lines, in the order of the file.
  var corrections: [StoredCorrection] = []

  /// The places in `corrections` of those of a work.
  ///
  /// Complexity: linear in the corrections.
  func corrections(of work: WorkID, titled title: String) -> [Int] {
    corrections.indices.filter { corrections[$0].correction.isOf(work, titled: title) }
  }
}
