/// What a turn has beside its quotations, as far as it changes what turn-taking is worth.
enum TurnMode: Int, CaseIterable, Sendable {
  /// Nothing.
  case bare
  /// Narration with a subject, which is no tag.
  case beat
  /// A tag with a pronoun.
  case pronoun
  /// A tag with a description.
  case described
  /// A tag with a name or "I".
  case named

  /// The mode of a turn.
  init(_ turn: Turn) {
    guard let tag = turn.tag else {
      self = turn.following == nil && turn.leading == nil ? .bare : .beat
      return
    }
    switch tag.subject.kind {
    case .member, .narrator: self = .named
    case .described: self = .described
    case .he, .she, .they, .it, .we: self = .pronoun
    case .you: self = .beat
    }
  }
}
