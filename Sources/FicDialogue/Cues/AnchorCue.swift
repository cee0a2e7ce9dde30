/// Where tags and beats of the scene give a candidate lines, before the turn and after it.
///
/// A turn whose tag or beat names somebody is an anchor of that one.
enum AnchorCue: Int, CueFamily {
  // How many turns of the scene are its anchors, before and after this one.
  case countBefore, countAfter
  // How near the last and the next are, in turns.
  case last, next
  // Its share of the scene's anchors; no more than two people have any, and it is one of them.
  case share, isOneOfTwo
  // The turn before is its anchor, or another's; so are those after, two before, two after.
  case before, otherBefore, after, otherAfter
  case twoBefore, otherTwoBefore, twoAfter, otherTwoAfter
  // Two before or two after is its anchor, and the neighbours are others'.
  case alternates
  // The scene has what is said and what is written: it has anchors of the turn's kind, or only of
  // the other.
  case sameKind, otherKind

  static var first: Int { PriorCue.end }
  static var end: Int { first + Self.otherKind.rawValue + 1 }
}

extension CueReader {
  /// Reads where the scene has anchors of a candidate.
  mutating func readAnchors(_ candidate: Candidate, _ context: TurnContext) {
    let member = candidate.member
    let index = context.index
    let state = anchors.state(of: member)
    let own = anchors.member(of: index) == member ? 1 : 0
    row[AnchorCue.countBefore] = CueScale.count(state.before)
    row[AnchorCue.countAfter] = CueScale.count(state.total - state.before - own)
    if state.last >= 0 { row[AnchorCue.last] = 1 / Float(index - state.last) }
    let next = own == 0 ? state.next : anchors.following(index)
    if next > index { row[AnchorCue.next] = 1 / Float(next - index) }
    let others = anchors.total - own
    row[AnchorCue.share] = Float(state.total - own) / Float(others + 1)
    if state.total > own, anchors.people <= 2 { row[AnchorCue.isOneOfTwo] = 1 }
    let before = anchors.member(of: index - 1)
    let after = anchors.member(of: index + 1)
    let twoBefore = anchors.member(of: index - 2)
    let twoAfter = anchors.member(of: index + 2)
    if before >= 0 { row[before == member ? AnchorCue.before : .otherBefore] = 1 }
    if after >= 0 { row[after == member ? AnchorCue.after : .otherAfter] = 1 }
    if twoBefore >= 0 { row[twoBefore == member ? AnchorCue.twoBefore : .otherTwoBefore] = 1 }
    if twoAfter >= 0 { row[twoAfter == member ? AnchorCue.twoAfter : .otherTwoAfter] = 1 }
    if twoBefore == member || twoAfter == member, before != member, after != member {
      row[AnchorCue.alternates] = 1
    }
    guard anchors.messages > 0, anchors.messages < anchors.total || !context.turn.isMessage,
      state.total > own
    else { return }
    let isMessage = context.turn.isMessage
    let ofKind = isMessage ? state.messages : state.total - state.messages
    row[ofKind > own ? AnchorCue.sameKind : .otherKind] = 1
  }
}
