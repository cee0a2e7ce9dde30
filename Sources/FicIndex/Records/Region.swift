/// Where in a line something is said or thought, counted in its words.
package struct Region: Hashable, Sendable {
  /// The first word.
  package var start: Int

  /// The word behind the last.
  package var end: Int

  /// Who is heard in it; never the narrator.
  package var voice: Voice

  /// Creates a region.
  package init(start: Int, end: Int, voice: Voice) {
    self.start = start
    self.end = end
    self.voice = voice
  }
}

/// Whose words a stretch of story is.
package enum Voice: UInt8, CaseIterable, Hashable, Sendable {
  /// The narrator's, outside quotations and thoughts.
  case narration
  /// What is said, written or sent.
  case dialogue
  /// What is thought.
  case thought

  /// Every voice.
  package static let all = Set(allCases)
}

extension [Region] {
  /// The voices that are heard in a line of so many words; the narrator's in one without words.
  package func voices(words: Int) -> Set<Voice> {
    var voices = Set(map(\.voice))
    if reduce(0, { $0 + $1.end - $1.start }) < words || isEmpty { voices.insert(.narration) }
    return voices
  }

  /// Whose word one is.
  package func voice(ofWord word: Int) -> Voice {
    first { $0.start <= word && word < $0.end }?.voice ?? .narration
  }
}
