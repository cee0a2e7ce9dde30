/// Whether the words of a turn sound like a candidate, and are about what it spoke of.
enum StyleCue: Int, CueFamily {
  // How much they sound like it; how much less than like the best rival; nobody knows how it talks.
  case sound, behind, isUnknown
  // The same of the letters of the words.
  case letters, lettersBehind
  // How much its marks are the candidate's: brackets, italics; and how much less than the best's.
  case voice, voiceBehind
  // How many rare words it shares with the candidate's turns near; how many fewer than with the
  // best rival's.
  case topic, topicBehind

  static var first: Int { ShareCue.end }
  static var end: Int { first + Self.topicBehind.rawValue + 1 }
}

extension CueReader {
  /// Reads whether the turn's words are like a candidate's.
  mutating func readStyle(_ candidate: Candidate, _ facts: TurnFacts) {
    guard let voices = learnt?.voices, hasEarlier else { return }
    if let sound = candidate.standing.sound {
      row[StyleCue.sound] = sound
      row[StyleCue.behind] = sound - facts.bestSound
    } else {
      row[StyleCue.isUnknown] = 1
    }
    if let sound = candidate.standing.letters {
      row[StyleCue.letters] = sound
      row[StyleCue.lettersBehind] = sound - facts.bestLetters
    }
    if !voices.areAlike {
      row[StyleCue.voice] = candidate.standing.voice
      row[StyleCue.voiceBehind] = candidate.standing.voice - facts.bestVoice
    }
    row[StyleCue.topic] = CueScale.mass(Double(candidate.standing.topic))
    row[StyleCue.topicBehind] =
      CueScale.mass(Double(candidate.standing.topic)) - CueScale.mass(Double(facts.bestTopic))
  }
}
