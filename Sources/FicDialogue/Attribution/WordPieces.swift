/// What each word of a work is counted as: itself, or each four letters of it in a row.
struct WordPieces: Sendable {
  /// The pieces of the words, one word after the other, and where each word's begin; empty where
  /// each word is its own piece.
  private var pieces: [Int32] = []
  private var starts: [Int32] = []
  /// How many pieces there are.
  private(set) var count: Int

  /// Takes each of so many words for its own piece.
  init(words: Int) {
    count = words
  }

  /// What is left of the product with a large odd number tells one piece from another: a few of a
  /// work's thousands share a number, which blurs little and spares a dictionary.
  private static let shift: UInt32 = 17

  /// Cuts the words that turns say into four bytes in a row, their beginnings and ends marked.
  ///
  /// Complexity: linear in the letters of the words.
  init(
    gramsOf readings: [SpeakerReader.Reading],
    chapters: [TokenizedChapter],
    vocabulary: Vocabulary
  ) {
    var isSaid = [Bool](repeating: false, count: vocabulary.count)
    for (reading, chapter) in zip(readings, chapters) {
      for part in reading.turns.lazy.flatMap(\.parts) {
        for index in chapter.paragraphs[part.paragraph].quotations[part.quotation] {
          isSaid[Int(chapter.tokens[index].word)] = true
        }
      }
    }
    starts.reserveCapacity(isSaid.count + 1)
    for word in isSaid.indices {
      starts.append(Int32(pieces.count))
      guard isSaid[word] else { continue }
      var gram: UInt32 = 0x20
      var length = 1
      for byte in vocabulary.table.bytes(of: Int32(word)) + [0x20] {
        gram = gram << 8 | UInt32(byte)
        length += 1
        guard length > 3 else { continue }
        pieces.append(Int32((gram &* 2_654_435_761) >> Self.shift))
      }
    }
    starts.append(Int32(pieces.count))
    count = 1 << (32 - Self.shift)
  }

  /// Goes through the pieces of a word.
  func forEach(of word: Int, _ body: (Int) -> Void) {
    guard !starts.isEmpty else { return body(word) }
    for place in starts[word]..<starts[word + 1] { body(Int(pieces[Int(place)])) }
  }
}
