/// What the first pass gives a candidate of the turns around this one.
enum ShareCue: Int, CueFamily {
  // Its share of the turn itself, and the logarithm of that.
  case own, ownLog
  // Its shares of the four turns before and after, the nearest first.
  case before1, before2, before3, before4, after1, after2, after3, after4
  // Its share of the turns near, those nearer weighing more, and its place in that.
  case window, windowPlace
  // How near the last and the next turn are that are most likely its.
  case last, next
  // How often it follows whoever speaks before in this work, and whoever speaks after.
  case answersBefore, answersAfter
  // How much it says in the work and in the scene, and its share of the scene.
  case workMass, sceneMass, sceneShare
  // How sure the first pass is of the turn and of those beside it.
  case surely, surelyBefore, surelyAfter

  static var first: Int { AnchorCue.end }
  static var end: Int { first + Self.surelyAfter.rawValue + 1 }
}

extension CueReader {
  /// The cues of the turns near, by `SharePlace`.
  private static let nearShares: [ShareCue] = [
    .before1, .before2, .before3, .before4, .after1, .after2, .after3, .after4,
  ]

  /// Reads what the first pass gives a candidate.
  mutating func readShares(_ candidate: Candidate, _ facts: TurnFacts) {
    guard let learnt, hasEarlier else { return }
    let member = candidate.member
    let standing = candidate.standing
    let own = standing.shares[SharePlace.own]
    row[ShareCue.own] = own
    row[ShareCue.ownLog] = 1 + Float(Logarithm.rough(Double(own) + 0.005)) / 5.3
    for (step, cue) in Self.nearShares.enumerated() { row[cue] = standing.shares[step] }
    row[ShareCue.window] = windowSum > 0 ? standing.window / windowSum : 0
    row[ShareCue.windowPlace] = CueScale.place(standing.windowPlace)
    if standing.lastTurn > 0 { row[ShareCue.last] = 1 / Float(standing.lastTurn) }
    if standing.nextTurn > 0 { row[ShareCue.next] = 1 / Float(standing.nextTurn) }
    row[ShareCue.answersBefore] = Float(standing.answersBefore)
    row[ShareCue.answersAfter] = Float(standing.answersAfter)
    row[ShareCue.workMass] = CueScale.mass(learnt.turns.mass(of: member))
    let scene = max(0, (candidate.presence.speaks(in: sceneNumber) ?? 0) - Double(own))
    row[ShareCue.sceneMass] = CueScale.mass(scene)
    row[ShareCue.surely] = facts.surely
    row[ShareCue.surelyBefore] = facts.surelyBefore
    row[ShareCue.surelyAfter] = facts.surelyAfter
    row[ShareCue.sceneShare] = Float(scene / (Double(anchors.turns) + 1))
  }
}
