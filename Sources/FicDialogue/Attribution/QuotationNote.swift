/// What the narration on both sides of one quotation says of its speaker.
struct QuotationNote: Sendable {
  /// The label of a script or a chat.
  var label: Finding?
  /// Before it.
  var leading: Finding?
  /// After it.
  var following: Finding?
  /// Whether the narration after it goes on with its sentence.
  var isFollowingAttached = false

  /// The tag, if one side has one: a label, then the side after, then the one before.
  ///
  /// A sentence of its own after the quotation gives way to a tag before it.
  var tag: Finding? {
    if let label { return label }
    let leads = leading?.rule.isTag ?? false
    if let following, following.rule.isTag, following.rule != .commaTag,
      isFollowingAttached || !leads
    {
      return following
    }
    if let leading, leading.rule.isTag { return leading }
    if let following, following.rule.isTag { return following }
    return nil
  }
}

extension Turn {
  /// Takes in what stands beside one more of the turn's quotations; what came first stays.
  mutating func take(_ note: QuotationNote) {
    if tag == nil { tag = note.tag }
    if leading == nil, let other = note.leading, !other.rule.isTag, parts.count == 1 {
      leading = other
    }
    if following == nil, let other = note.following, !other.rule.isTag { following = other }
  }

  /// Whether a quotation's tag has another speaker than the turn's.
  func conflicts(with note: QuotationNote) -> Bool {
    guard let mine = tag?.subject.kind, let other = note.tag?.subject.kind, mine != other else {
      return false
    }
    switch (mine, other) {
    case (.member, .member), (.member, .narrator), (.narrator, .member), (.he, .she), (.she, .he),
      (.narrator, .he), (.narrator, .she), (.he, .narrator), (.she, .narrator):
      return true
    default:
      return false
    }
  }
}
