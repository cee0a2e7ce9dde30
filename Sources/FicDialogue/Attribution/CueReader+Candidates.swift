extension CueReader {
  /// Who may speak a turn: whom its tag, its narration and the turns near by name.
  ///
  /// Fills the place of each.
  mutating func candidates(_ context: TurnContext, in turns: [Turn]) -> [Int] {
    let index = context.index
    let turn = context.turn
    var result: [Int] = []
    result.reserveCapacity(20)
    for member in claimants(of: index) { add(member, to: &result) }
    if case .described(let described)? = turn.tag?.subject.kind {
      if let bearers = bearers[traits[described].noun], bearers.count == 1 {
        for member in bearers { addPerson(member, to: &result) }
      }
      for member in habits.likely(for: described).prefix(2) { addPerson(member, to: &result) }
    }
    switch turn.before?.kind {
    case .member(let member), .described(let member): addPerson(member, to: &result)
    default: break
    }
    if let narrator = context.narrator { add(narrator, to: &result) }
    for member in turn.narrated { addPerson(member, to: &result) }
    for member in narrated.members.prefix(9) { addPerson(member, to: &result) }
    for distance in 1...2 {
      if index >= distance {
        for member in turns[index - distance].vocatives { addPerson(member, to: &result) }
        addClaimants(of: index - distance, to: &result)
      }
      if index + distance < turns.count, scenes[index + distance] == turn.scene {
        addClaimants(of: index + distance, to: &result)
        for member in turns[index + distance].vocatives { addPerson(member, to: &result) }
      }
    }
    if earlier.count == scenes.count {
      for near in max(0, index - 4)..<min(earlier.count, index + 5) {
        guard scenes[near] == turn.scene, let member = earlier[near].member else { continue }
        addPerson(member, to: &result)
      }
    }
    for member in quoted.members.prefix(3) { addPerson(member, to: &result) }
    for member in recentTags.reversed().prefix(6) { addPerson(member, to: &result) }
    return result
  }

  private mutating func addClaimants(of index: Int, to result: inout [Int]) {
    for member in claimants(of: index) where traits[member].isPerson { add(member, to: &result) }
  }

  private mutating func addPerson(_ member: Int, to result: inout [Int]) {
    if result.count < 18, traits[member].isPerson { add(member, to: &result) }
  }

  private mutating func add(_ member: Int, to result: inout [Int]) {
    guard places[member] < 0 else { return }
    places[member] = Int32(result.count)
    result.append(member)
  }
}
