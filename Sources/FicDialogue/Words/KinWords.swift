/// Which words are one relation: "mother" and "Mum".
struct KinWords: Sendable {
  private var rows: [Int32: Int] = [:]

  /// Finds the words that a work has.
  init(_ vocabulary: Vocabulary) {
    for (row, words) in ClosedClasses.kin.enumerated() {
      for word in words.split(separator: " ") {
        if let known = vocabulary.table.find(String(word)) { rows[known] = row }
      }
    }
  }

  /// Whether two words are one relation.
  func areOne(_ word: Int32, _ other: Int32) -> Bool {
    guard let row = rows[word] else { return false }
    return rows[other] == row
  }

  /// Whether a word is a relation.
  func contains(_ word: Int32) -> Bool { rows[word] != nil }
}
