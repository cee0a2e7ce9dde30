/// What decided a speaker, as its file or the joint pass calls it.
enum RuleName: String, CaseIterable, Sendable {
  case speakerLabel = "SpeakerLabel"
  case invertedTag = "InvertedTag"
  case followingTag = "FollowingTag"
  case leadingTag = "LeadingTag"
  case commaTag = "CommaTag"
  case speechNoun = "SpeechNoun"
  case leadingColon = "LeadingColon"
  case followingBeat = "FollowingBeat"
  case leadingBeat = "LeadingBeat"
  case precedingLead = "PrecedingLead"
  case precedingTag = "PrecedingTag"
  case vocative = "Vocative"
  case alternation = "Alternation"
  case recency = "Recency"
  case correction = "Correction"

  /// Whether the rule reads a tag: words that say that somebody speaks.
  var isTag: Bool {
    switch self {
    case .speakerLabel, .invertedTag, .followingTag, .leadingTag, .commaTag, .speechNoun: true
    default: false
    }
  }
}
