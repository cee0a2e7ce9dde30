import FicModel

extension CueReader {
  /// So many candidates are weighed: in the first pass nearly all who are near, in the second those
  /// to whom the first gives most.
  private var mostCandidates: Int { hasEarlier ? 10 : 16 }

  /// Who may speak a turn: whom its tag, its narration and the turns near by name.
  ///
  /// Fills the place of each.
  mutating func candidates(_ context: TurnContext, in turns: [Turn]) -> [Int] {
    let index = context.index
    var result: [Int] = []
    result.reserveCapacity(mostCandidates)
    for member in claimants(of: index) { add(member, to: &result) }
    // A tag that names somebody is mostly right: a few who might speak instead are enough.
    if context.mode == .named {
      if let narrator = context.narrator { add(narrator, to: &result) }
      for member in context.turn.narrated.prefix(3) { addPerson(member, to: &result) }
      for member in narrated.members.prefix(3) { addPerson(member, to: &result) }
      return result
    }
    if hasEarlier { addLikely(context.index, to: &result) }
    if let together = context.turn.together { add(together, to: &result) }
    if case .described(let described)? = context.turn.tag?.subject.kind {
      if let bearers = bearers[traits[described].noun], bearers.count == 1 {
        for member in bearers { addPerson(member, to: &result) }
      }
      if kin.contains(traits[described].noun) {
        for member in kinsfolk where isKin(member, traits[described].noun) {
          addPerson(member, to: &result)
        }
      }
      for member in learnt?.habits.likely(for: described).prefix(2) ?? [] {
        addPerson(member, to: &result)
      }
    }
    switch context.turn.before?.kind {
    case .member(let member), .described(let member): addPerson(member, to: &result)
    default: break
    }
    if let owner = learnt?.voices.owner(of: context.turn.marks) { add(owner, to: &result) }
    if let narrator = context.narrator { add(narrator, to: &result) }
    for member in context.turn.narrated { addPerson(member, to: &result) }
    for member in narrated.members.prefix(9) { addPerson(member, to: &result) }
    for distance in 1...2 {
      if index >= distance {
        for member in turns[index - distance].vocatives { addPerson(member, to: &result) }
        addClaimants(of: index - distance, to: &result)
      }
      if index + distance < turns.count, scenes[index + distance] == context.turn.scene {
        addClaimants(of: index + distance, to: &result)
        for member in turns[index + distance].vocatives { addPerson(member, to: &result) }
      }
    }
    if hasEarlier {
      for near in max(0, index - 4)..<min(earlier.count, index + 5) {
        guard scenes[near] == context.turn.scene, let member = earlier[near].member else {
          continue
        }
        addPerson(member, to: &result)
      }
    }
    for member in quoted.members.prefix(3) { addPerson(member, to: &result) }
    for member in recentTags.reversed().prefix(6) { addPerson(member, to: &result) }
    var near: [Int] = []
    anchors.nearest(to: index) { near.append($0) }
    for member in near { addPerson(member, to: &result) }
    addNext(to: context.turn, &result)
    for member in anchors.called { add(member, to: &result) }
    return result
  }

  /// Adds those whom the paragraph of narration after the turn names first: some speak before they
  /// are named.
  private mutating func addNext(to turn: Turn, _ result: inout [Int]) {
    let next = turn.lastParagraph + 1
    guard isNarration(next, of: turn.scene) else { return }
    let tokens = reader.chapter.paragraphs[next].tokens
    let first = people.partitionPoint { $0.token >= tokens.lowerBound }
    var index = first
    var added = 0
    while index < min(people.count, first + 16), people[index].token < tokens.upperBound, added < 3
    {
      if !people[index].isQuoted {
        addPerson(people[index].member, to: &result)
        added += 1
      }
      index += 1
    }
  }

  /// Adds those to whom the first pass gives a share of the turn, the greatest first.
  private mutating func addLikely(_ index: Int, to result: inout [Int]) {
    let shares = earlier[index].shares.sorted {
      ($0.probability, $1.member) > ($1.probability, $0.member)
    }
    for share in shares { add(share.member, to: &result) }
  }

  private mutating func addClaimants(of index: Int, to result: inout [Int]) {
    for member in claimants(of: index) where traits[member].isPerson { add(member, to: &result) }
  }

  private mutating func addPerson(_ member: Int, to result: inout [Int]) {
    if traits[member].isPerson { add(member, to: &result) }
  }

  private mutating func add(_ member: Int, to result: inout [Int]) {
    guard places[member] < 0, result.count < mostCandidates else { return }
    places[member] = Int32(result.count)
    result.append(member)
  }
}
