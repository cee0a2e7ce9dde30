/// Who is there when a work's tags say "the doctor": learnt from a first joint pass for a second
/// one.
struct NounHabits: Sendable {
  private var together = PairSums()
  /// What the first pass gives each member of the turns whose tags have a description.
  private var spoken = PairSums()
  private var tags: [Int: Int] = [:]
  private var present: [Int]
  private var turns = 0
  /// The members who are there much more often than elsewhere, by description, the likeliest first.
  private var likely: [Int: [Int]] = [:]

  /// Creates habits of nobody, of a cast of so many.
  init(members: Int) {
    present = [Int](repeating: 0, count: members)
  }

  /// Counts who may speak a turn, who likely does, and the description in its tag if it has one.
  mutating func count(_ candidates: [Int], _ decision: JointPass.Decision, description: Int?) {
    turns += 1
    for member in candidates { present[member] += 1 }
    guard let description else { return }
    tags[description, default: 0] += 1
    for member in candidates where member != description {
      together.add(1, to: description, member)
    }
    for share in decision.shares { spoken.add(share.probability, to: description, share.member) }
  }

  /// The members who are there much more often than elsewhere when tags have the description.
  func likely(for description: Int) -> [Int] { likely[description] ?? [] }

  /// Sums up what was counted.
  mutating func finish() {
    together.visit { description, member, _ in
      if strength(of: description, member) > 0.4 {
        likely[description, default: []].append(member)
      }
    }
    for (description, members) in likely {
      likely[description] = members.sorted {
        (strength(of: description, $0), $1) > (strength(of: description, $1), $0)
      }
    }
  }

  /// Which part of the other turns with the description in their tags is most likely a member's;
  /// `own` is what it has of the turn that is asked about.
  func share(of description: Int, _ member: Int, without own: Double) -> Double {
    guard let all = tags[description], all > 1 else { return 0 }
    return max(0, spoken[description, member] - own) / Double(all)
  }

  /// How much more often than elsewhere a member is there when tags have the description: 0 to 1.
  func strength(of description: Int, _ member: Int) -> Double {
    let count = together[description, member]
    guard count > 0, let all = tags[description], all > 1, turns > 0 else { return 0 }
    let usual = Double(present[member]) / Double(turns)
    // As if one more tag had been found without the member.
    return max(0, count / Double(all + 1) - usual)
  }
}
