/// The terms of a text as one text.
enum FoldedWords {
  /// The terms with a blank between two; empty for a text without a word.
  static func bytes(of text: String) -> [UInt8] {
    Array(Analyzer().terms(of: text).map(\.bytes).joined(separator: [0x20]))
  }
}
