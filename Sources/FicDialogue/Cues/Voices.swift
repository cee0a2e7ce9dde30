/// In which marks each of a work's people speaks, in brackets or italics, as the first pass has it.
struct Voices: Sendable {
  private var turns: [UInt16: Double] = [:]
  private var pairs = PairSums()
  private var owners: [UInt16: Int] = [:]
  private var masses: [Double]
  private var all = 0.0

  /// Creates voices of nobody, of a cast of so many.
  init(members: Int) {
    masses = [Double](repeating: 0, count: members)
  }

  /// Counts the turns of a chapter.
  mutating func count(_ reading: SpeakerReader.Reading) {
    for index in reading.turns.indices {
      let marks = reading.turns[index].marks
      turns[marks, default: 0] += 1
      all += 1
      for share in reading.decisions[index].shares {
        pairs.add(share.probability, to: Int(marks), share.member)
        masses[share.member] += share.probability
      }
    }
  }

  /// Whether all turns of the work have the same marks, so that these tell nothing.
  var areAlike: Bool { turns.count < 2 }

  /// Whose marks most turns in them are, where few other turns have them.
  func owner(of marks: UInt16) -> Int? {
    guard let count = turns[marks], count * 3 < all, let owner = owners[marks] else { return nil }
    return pairs[Int(marks), owner] * 2 > count ? owner : nil
  }

  /// Finds whose each marks are most, once all is counted.
  mutating func finish() {
    var most: [UInt16: Double] = [:]
    pairs.visit { marks, member, mass in
      let marks = UInt16(truncatingIfNeeded: marks)
      let known = most[marks] ?? 0
      if mass > known || mass == known && member < (owners[marks] ?? Int.max) {
        most[marks] = mass
        owners[marks] = member
      }
    }
  }

  /// How much likelier a turn's marks are from a member than from anybody: a logarithm.
  ///
  /// `share` is what the turn itself added.
  func likeness(of marks: UInt16, to member: Int, without share: Double) -> Float {
    let usual = ((turns[marks] ?? 0) + 0.5) / (all + 1)
    let own = max(0, pairs[Int(marks), member] - share)
    let likely = (own + 2 * usual) / (max(0, masses[member] - share) + 2)
    return Float(Logarithm.rough(likely / usual)) / 3
  }
}
