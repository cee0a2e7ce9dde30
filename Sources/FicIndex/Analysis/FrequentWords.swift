/// Words that are so frequent in English fiction that two of them side by side are a term of their
/// own, so that a phrase of them is found without reading where each of them stands.
///
/// The sixteen most frequent words of a hundred megabytes of novels, names left out. How many pay
/// is in decision 0012. A change of the list is a change of the Analyzer, and raises
/// `ChapterTerms.version`.
package struct FrequentWords: Sendable {
  /// What a pair begins with, and what parts its words: U+001D, which no term holds.
  package static let joiner: UInt8 = 0x1D

  /// The words, made once.
  package static let standard = FrequentWords()

  /// The longest word, in bytes.
  private let longest: Int

  /// Open addressing: 0, or one more than the index of a word.
  private let slots: [UInt16]

  private let words: [[UInt8]]

  private static let list = """
    the and of to a in i that he was it his you with as for
    """

  private init() {
    words = Self.list.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }
    longest = words.reduce(0) { max($0, $1.count) }
    var slots = [UInt16](repeating: 0, count: 1024)
    for (index, word) in words.enumerated() {
      var slot = Self.slot(word.span)
      while slots[slot] != 0 { slot = (slot + 1) & 1023 }
      slots[slot] = UInt16(index + 1)
    }
    self.slots = slots
  }

  private static func slot(_ word: Span<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for index in word.indices { hash = (hash ^ UInt32(word[index])) &* 0x0100_0193 }
    return Int(hash >> 16 ^ hash) & 1023
  }

  /// Whether a term is one of the words.
  ///
  /// Complexity: O(length).
  package func contains(_ term: Span<UInt8>) -> Bool {
    guard term.count <= longest else { return false }
    var slot = Self.slot(term)
    while slots[slot] != 0 {
      let word = words[Int(slots[slot]) - 1]
      if word.count == term.count, term.indices.allSatisfy({ word[$0] == term[$0] }) { return true }
      slot = (slot + 1) & 1023
    }
    return false
  }

  /// The term of two words side by side; nil unless both are frequent.
  package func pair(_ first: Term, _ second: Term) -> Term? {
    guard contains(first.bytes.span), contains(second.bytes.span) else { return nil }
    return Term(bytes: [Self.joiner] + first.bytes + [Self.joiner] + second.bytes)
  }

  /// Terms that stand for a phrase: each with its place, the pairs among them for two words.
  package func cover(of phrase: [Term]) -> [(term: Term, offset: Int)] {
    var cover: [(term: Term, offset: Int)] = []
    var offset = 0
    while offset < phrase.count {
      if offset + 1 < phrase.count, let pair = pair(phrase[offset], phrase[offset + 1]) {
        cover.append((pair, offset))
        offset += 2
      } else if offset > 0, let pair = pair(phrase[offset - 1], phrase[offset]) {
        cover.append((pair, offset - 1))
        offset += 1
      } else {
        cover.append((phrase[offset], offset))
        offset += 1
      }
    }
    return cover
  }
}
