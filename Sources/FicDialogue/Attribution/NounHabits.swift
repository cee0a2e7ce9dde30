/// Who is there when a work's tags say "the doctor": learnt from a first joint pass for a second
/// one.
struct NounHabits: Sendable {
  private struct Pair: Hashable {
    var description: Int
    var member: Int
  }

  private var together: [Pair: Int] = [:]
  private var tags: [Int: Int] = [:]
  private var present: [Int]
  private var turns = 0
  /// The members who are there much more often than elsewhere, by description, the likeliest first.
  private var likely: [Int: [Int]] = [:]

  /// Creates habits of nobody, of a cast of so many.
  init(members: Int) {
    present = [Int](repeating: 0, count: members)
  }

  /// Counts who may speak a turn, and the description in its tag if it has one.
  mutating func count(_ candidates: [Int], description: Int?) {
    turns += 1
    for member in candidates { present[member] += 1 }
    guard let description else { return }
    tags[description, default: 0] += 1
    for member in candidates where member != description {
      together[Pair(description: description, member: member), default: 0] += 1
    }
  }

  /// The members who are there much more often than elsewhere when tags have the description.
  func likely(for description: Int) -> [Int] { likely[description] ?? [] }

  /// Sums up what was counted.
  mutating func finish() {
    for pair in together.keys where strength(of: pair.description, pair.member) > 0.4 {
      likely[pair.description, default: []].append(pair.member)
    }
    for (description, members) in likely {
      likely[description] = members.sorted {
        (strength(of: description, $0), $1) > (strength(of: description, $1), $0)
      }
    }
  }

  /// How much more often than elsewhere a member is there when tags have the description: 0 to 1.
  func strength(of description: Int, _ member: Int) -> Double {
    guard let all = tags[description], all > 1, turns > 0,
      let count = together[Pair(description: description, member: member)]
    else { return 0 }
    let usual = Double(present[member]) / Double(turns)
    // As if one more tag had been found without the member.
    return max(0, Double(count) / Double(all + 1) - usual)
  }
}
