/// Who the work's descriptions turned out to be: learnt from a first joint pass for a second one.
struct NounHabits: Sendable {
  private struct Pair: Hashable {
    var description: Int
    var member: Int
  }

  private var shares: [Pair: Double] = [:]
  private var totals: [Int: Double] = [:]

  /// Counts that a description was found to be a member, as surely as `probability` says.
  mutating func count(_ description: Int, _ member: Int, probability: Double) {
    shares[Pair(description: description, member: member), default: 0] += probability
    totals[description, default: 0] += probability
  }

  /// From 0, never or not known, to 1, always.
  func strength(of description: Int, _ member: Int) -> Double {
    guard let total = totals[description],
      let share = shares[Pair(description: description, member: member)]
    else { return 0 }
    return share / (total + 1)
  }
}
