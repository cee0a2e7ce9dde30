/// Whether the words of a turn sound like a candidate, and are about what it spoke of.
enum StyleCue: Int, CueFamily {
  // How much they sound like it; how much less than like the best rival; nobody knows how it talks.
  case sound, behind, isUnknown
  // How much its manner is like the candidate's, whatever the words; how much less than the best's.
  case manner, mannerBehind
  // How much its pairs of words are; how much less than the best rival's.
  case pairs, pairsBehind
  // How much it calls people by the names that the turn has; how much less than the best rival.
  case names, namesBehind
  // How much its marks are the candidate's: brackets, italics; and how much less than the best's.
  case voice, voiceBehind
  // How many rare words it shares with the candidate's turns near; how many fewer than with the
  // best rival's.
  case topic, topicBehind

  /// How much the turn is like the candidate, and how much less than like the best rival.
  static func cues(of events: SpeechEvents) -> (own: Self, behind: Self) {
    switch events {
    case .words: (.sound, .behind)
    case .pairs: (.pairs, .pairsBehind)
    case .marks: (.manner, .mannerBehind)
    case .names: (.names, .namesBehind)
    }
  }

  static var first: Int { ShareCue.end }
  static var end: Int { first + Self.topicBehind.rawValue + 1 }
}

extension CueReader {
  /// Reads whether the turn's words are like a candidate's.
  mutating func readStyle(_ candidate: Candidate, _ facts: TurnFacts) {
    guard hasEarlier else { return }
    for events in SpeechEvents.allCases {
      guard let likeness = candidate.standing.likeness(by: events) else { continue }
      let (own, behind) = StyleCue.cues(of: events)
      row[own] = likeness
      row[behind] = likeness - facts.bestLikenesses[events.rawValue]
    }
    if candidate.standing.likeness(by: .words) == nil { row[StyleCue.isUnknown] = 1 }
    if hasVoices {
      row[StyleCue.voice] = candidate.standing.voice
      row[StyleCue.voiceBehind] = candidate.standing.voice - facts.bestVoice
    }
    let topic = CueScale.mass(Double(candidate.standing.topic))
    row[StyleCue.topic] = topic
    row[StyleCue.topicBehind] = topic - CueScale.mass(Double(facts.bestTopic))
  }
}
