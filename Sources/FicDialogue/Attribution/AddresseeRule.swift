/// Whom each turn is spoken to by rule, once the speakers are known.
///
/// That is who is called, who is told, who spoke last.
struct AddresseeRule {
  private let turns: [Turn]
  private let speakers: [Int?]
  private let traits: [Traits]

  /// Creates the rule for the turns of a chapter and their speakers.
  init(turns: [Turn], speakers: [Int?], traits: [Traits]) {
    self.turns = turns
    self.speakers = speakers
    self.traits = traits
  }

  /// The addressee of every turn; nil where it is open.
  func addressees() -> [Int?] {
    var result: [Int?] = []
    result.reserveCapacity(turns.count)
    for index in turns.indices { result.append(addressee(of: index, before: result)) }
    return result
  }

  private func addressee(of index: Int, before: [Int?]) -> Int? {
    // In place: a copy of a turn would retain each of its lists.
    guard !turns[index].isThought else { return nil }
    let called = turns[index].vocatives.first { $0 != speakers[index] && traits[$0].isPerson }
    if let called { return called }
    if let addressed = turns[index].addressed, addressed != speakers[index] { return addressed }
    if let other = neighbour(of: index, by: -1, within: 3) { return other }
    if let other = neighbour(of: index, by: 1, within: 3) { return other }
    if index > 0, turns[index - 1].scene == turns[index].scene,
      speakers[index - 1] == speakers[index]
    {
      return before[index - 1] == speakers[index] ? nil : before[index - 1]
    }
    return nil
  }

  /// The speaker of the turn before or after, if it is another one and near.
  private func neighbour(of index: Int, by step: Int, within limit: Int) -> Int? {
    var other = index + step
    while turns.indices.contains(other), turns[other].scene == turns[index].scene,
      turns[other].isThought
    {
      other += step
    }
    guard turns.indices.contains(other), turns[other].scene == turns[index].scene else {
      return nil
    }
    let distance =
      step < 0
      ? turns[index].firstParagraph - turns[other].lastParagraph
      : turns[other].firstParagraph - turns[index].lastParagraph
    guard distance <= limit, let speaker = speakers[other], speaker != speakers[index] else {
      return nil
    }
    return speaker
  }
}
