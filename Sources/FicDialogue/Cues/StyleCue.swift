/// Whether the words of a turn sound like a candidate, and are about what it spoke of.
enum StyleCue: Int, CueFamily {
  // How much they sound like it; how much less than like the best rival; nobody knows how it talks.
  case sound, behind, isUnknown
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
    guard hasEarlier else { return }
    if let sound = candidate.standing.sound {
      row[StyleCue.sound] = sound
      row[StyleCue.behind] = sound - facts.bestSound
    } else {
      row[StyleCue.isUnknown] = 1
    }
    if hasVoices {
      row[StyleCue.voice] = candidate.standing.voice
      row[StyleCue.voiceBehind] = candidate.standing.voice - facts.bestVoice
    }
    let topic = CueScale.mass(Double(candidate.standing.topic))
    row[StyleCue.topic] = topic
    row[StyleCue.topicBehind] = topic - CueScale.mass(Double(facts.bestTopic))
  }
}
