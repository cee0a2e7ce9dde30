/// How much each of a work's people says and who answers whom, as the first pass has it.
struct TurnHabits: Sendable {
  /// Shares below this tell nothing of a pair.
  private static let least = 0.1

  private var masses: [Double]
  private var pairs = PairSums()
  private var answered: [Double]

  /// Creates habits of nobody, of a cast of so many.
  init(members: Int) {
    masses = [Double](repeating: 0, count: members)
    answered = masses
  }

  /// Counts the turns of a chapter.
  mutating func count(_ reading: SpeakerReader.Reading) {
    let turns = reading.turns
    for index in turns.indices {
      let shares = reading.decisions[index].shares
      for share in shares { masses[share.member] += share.probability }
      guard index > 0, turns[index - 1].scene == turns[index].scene,
        turns[index].firstParagraph - turns[index - 1].lastParagraph <= 2
      else { continue }
      for share in shares where share.probability > Self.least {
        for other in reading.decisions[index - 1].shares
        where other.probability > Self.least && other.member != share.member {
          let weight = share.probability * other.probability
          pairs.add(
            weight,
            to: min(share.member, other.member),
            max(share.member, other.member)
          )
          answered[share.member] += weight
          answered[other.member] += weight
        }
      }
    }
  }

  /// How much a member says in the work.
  func mass(of member: Int) -> Double { masses[member] }

  /// How likely a member is the one who talks with another.
  func answer(of member: Int, to other: Int) -> Double {
    (pairs[min(member, other), max(member, other)] + 0.5) / (answered[other] + 5)
  }
}
