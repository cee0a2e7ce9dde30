extension CueReader {
  /// Who may speak a turn: whom its tag, its narration and the turns near by name.
  func candidates(_ context: TurnContext, in turns: [Turn]) -> [Int] {
    let index = context.index
    let turn = context.turn
    var result: [Int] = []
    func add(_ member: Int) {
      if !result.contains(member) { result.append(member) }
    }
    func addPerson(_ member: Int) {
      if traits[member].isPerson, result.count < 18 { add(member) }
    }
    for member in claimants[index] { add(member) }
    if case .described(let described)? = turn.tag?.subject.kind,
      let bearers = bearers[traits[described].noun], bearers.count == 1
    {
      for member in bearers { addPerson(member) }
    }
    if case .described(let described)? = turn.tag?.subject.kind {
      for member in habits.likely(for: described).prefix(2) { addPerson(member) }
    }
    if let before = turn.before?.kind {
      if case .member(let member) = before { addPerson(member) }
      if case .described(let member) = before { addPerson(member) }
    }
    if let narrator = context.narrator { add(narrator) }
    for member in turn.narrated { addPerson(member) }
    for member in narrated.members.prefix(9) { addPerson(member) }
    for distance in 1...2 {
      if index >= distance {
        for member in turns[index - distance].vocatives { addPerson(member) }
        for member in claimants[index - distance] where traits[member].isPerson { add(member) }
      }
      if index + distance < turns.count, scenes[index + distance] == turn.scene {
        for member in claimants[index + distance] where traits[member].isPerson { add(member) }
        for member in turns[index + distance].vocatives { addPerson(member) }
      }
    }
    if earlier.count == scenes.count {
      for near in max(0, index - 4)..<min(earlier.count, index + 5) {
        guard scenes[near] == turn.scene, let member = earlier[near].member else { continue }
        addPerson(member)
      }
    }
    for member in quoted.members.prefix(3) { addPerson(member) }
    for member in recentTags.reversed().prefix(6) { addPerson(member) }
    return result
  }

  /// The members whom a turn's tag and beats name.
  static func claimants(of turn: Turn) -> [Int] {
    var result: [Int] = []
    for finding in [turn.tag, turn.following, turn.leading] {
      switch finding?.subject.kind {
      case .member(let member), .described(let member): result.append(member)
      default: break
      }
    }
    return result
  }
}
