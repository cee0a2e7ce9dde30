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

  /// The voices of members of the cast.
  package static let ofCast: Set<Voice> = [.dialogue, .thought]
}

extension [Region] {
  /// The voices that are heard in a line of so many words; the narrator's in one without words.
  package func voices(words: Int) -> Set<Voice> {
    var voices = Set(map(\.voice))
    if reduce(0, { $0 + $1.end - $1.start }) < words || isEmpty { voices.insert(.narration) }
    return voices
  }

  /// How many of the words of a line of so many are of some voices.
  package func words(in voices: Set<Voice>, of words: Int) -> Int {
    let heard = reduce(0) { $0 + $1.end - $1.start }
    let own = reduce(0) { $0 + (voices.contains($1.voice) ? $1.end - $1.start : 0) }
    return own + (voices.contains(.narration) ? Swift.max(0, words - heard) : 0)
  }

  /// Whose word one is.
  package func voice(ofWord word: Int) -> Voice {
    first { $0.start <= word && word < $0.end }?.voice ?? .narration
  }
}
