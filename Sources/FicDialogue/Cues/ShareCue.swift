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
  mutating func readShares(_ candidate: Candidate, _ context: TurnContext) {
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
    row[ShareCue.answersBefore] = answers(member, context.index - 1, context, learnt)
    row[ShareCue.answersAfter] = answers(member, context.index + 1, context, learnt)
    row[ShareCue.workMass] = CueScale.mass(learnt.turns.mass(of: member))
    let scene = max(0, (candidate.presence.speaks(in: sceneNumber) ?? 0) - Double(own))
    row[ShareCue.sceneMass] = CueScale.mass(scene)
    row[ShareCue.surely] = surely(context.index)
    row[ShareCue.surelyBefore] = surely(context.index - 1)
    row[ShareCue.surelyAfter] = surely(context.index + 1)
    row[ShareCue.sceneShare] = Float(scene / (Double(anchors.turns) + 1))
  }

  private func surely(_ index: Int) -> Float {
    guard earlier.indices.contains(index), scenes[index] == scene else { return 0 }
    return Float(earlier[index].probability)
  }

  /// How likely the member follows the speakers of a turn beside, by the habits of the work.
  private func answers(
    _ member: Int,
    _ index: Int,
    _ context: TurnContext,
    _ learnt: Learnt
  ) -> Float {
    guard earlier.indices.contains(index), scenes[index] == context.turn.scene else { return 0 }
    var sum = 0.0
    for share in earlier[index].shares where share.member != member && share.probability > 0.1 {
      sum += share.probability * learnt.turns.answer(of: member, to: share.member)
    }
    return Float(sum)
  }
}
