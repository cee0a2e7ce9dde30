import FicModel

/// Decides the speakers of a run of turns together.
///
/// A chain whose links look at the last two speakers: each candidate's own cues, whether the
/// speaker changes, and whether the one before last speaks again. The forward and the backward sums
/// give each candidate's probability with regard to all turns of the run, before and after.
struct JointPass {
  /// What the pass makes of a turn.
  struct Decision: Sendable {
    /// The most probable member; nil where there is no candidate.
    var member: Int?
    /// Its probability, before it is calibrated.
    var probability = 0.0
    /// Every candidate whose probability is worth a thought, with it.
    var shares: [(member: Int, probability: Double)] = []

    /// The decision between this one and another: a part of each share is the other's.
    ///
    /// Whom this one has no share for stays out.
    func blended(with other: Self, _ part: Double) -> Self {
      var result = Decision()
      result.shares.reserveCapacity(shares.count)
      for share in shares {
        let before = other.shares.first { $0.member == share.member }?.probability ?? 0
        let probability = (1 - part) * share.probability + part * before
        if probability > result.probability {
          result.member = share.member
          result.probability = probability
        }
        result.shares.append((share.member, probability))
      }
      return result.member == nil ? self : result
    }
  }

  /// Shares below this change nothing that is made of them.
  private static let leastShare = 0.02

  /// Candidates whose scores are so far below the best have no share, whoever speaks before and
  /// after: transitions are worth less than that by far.
  private let spread: Float

  /// Runs are cut after this many turns, so that memory stays bounded.
  private static let longestRun = 400

  /// Sums are scaled every so many turns: between them they stay far from what a number can hold.
  private static let scaling = 16

  /// A turn of a run, with its scores as factors.
  private struct Link {
    /// Where its candidates begin in the lists of all candidates of the run.
    var first: Int
    /// How many there are.
    var count: Int
    /// Where its pairs begin in the list of all pairs.
    var firstPair: Int
    var same: Double
    var back: Double

    var places: Range<Int> { first..<(first + count) }
  }

  private var links: [Link] = []
  /// The candidates of the run's turns, and their factors.
  private var candidates: [Int] = []
  private var factors: [Double] = []
  /// For each its place among the candidates one and two turns before, or -1.
  private var inBefore: [Int] = []
  private var inBeforeLast: [Int] = []
  /// The forward sums of all pairs, a row for each candidate of the turn before.
  private var forward: [Double] = []
  /// The backward sums of the pairs of the turn that is decided, and of the turn after.
  private var backward: [Double] = []
  private var backwardAfter: [Double] = []
  private var sums: [Double] = []
  /// The place of each member among the candidates that are looked at, or -1.
  private var places: [Int]

  /// Creates a pass over the turns of a work with so many members.
  init(members: Int, spread: Float = 9) {
    self.spread = spread
    places = [Int](repeating: -1, count: members)
  }

  /// Decides every turn of a chapter.
  ///
  /// Complexity: linear in the turns, quadratic in the candidates of each, of whom there are few.
  mutating func decide(_ fields: [Field]) -> [Decision] {
    var result: [Decision] = []
    result.reserveCapacity(fields.count)
    var start = 0
    while start < fields.count {
      var end = start + 1
      while end < fields.count, fields[end].same != nil, end - start < Self.longestRun { end += 1 }
      run(fields, start..<end, &result)
      start = end
    }
    return result
  }

  private mutating func run(_ fields: [Field], _ run: Range<Int>, _ result: inout [Decision]) {
    link(fields, run)
    guard links.allSatisfy({ $0.count > 0 }) else {
      for link in links {
        sums.removeAll(keepingCapacity: true)
        sums += factors[link.places]
        result.append(decision(link))
      }
      return
    }
    for index in links.indices { sumForward(index) }
    let first = result.count
    for _ in run { result.append(Decision()) }
    for index in links.indices.reversed() {
      sumBackward(index)
      let link = links[index]
      clearSums(link.count)
      let rows = index == 0 ? 1 : links[index - 1].count
      for row in 0..<rows {
        let pair = row * link.count
        for column in 0..<link.count {
          sums[column] += forward[link.firstPair + pair + column] * backward[pair + column]
        }
      }
      result[first + index] = decision(link)
      swap(&backward, &backwardAfter)
    }
  }

  private mutating func clearSums(_ count: Int) {
    sums.removeAll(keepingCapacity: true)
    for _ in 0..<count { sums.append(0) }
  }

  private mutating func link(_ fields: [Field], _ run: Range<Int>) {
    links.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    factors.removeAll(keepingCapacity: true)
    inBefore.removeAll(keepingCapacity: true)
    inBeforeLast.removeAll(keepingCapacity: true)
    var pairs = 0
    for index in run {
      let isFirst = index == run.lowerBound
      let first = candidates.count
      if fields[index].members.count == 1, fields[index].scores.count == 1 {
        // Half of all turns are settled, or name one who may speak; e to the power of 0 is 1.
        candidates.append(fields[index].members[0])
        factors.append(1)
      } else {
        let greatest = fields[index].scores.max() ?? 0
        for (member, score) in zip(fields[index].members, fields[index].scores)
        where score > greatest - spread {
          candidates.append(member)
          factors.append(Exponential.of(Double(score - greatest)))
        }
      }
      let count = candidates.count - first
      let before = links.last
      let beforeLast = links.dropLast().last
      links.append(
        Link(
          first: first,
          count: count,
          firstPair: pairs,
          same: isFirst ? 1 : Exponential.of(Double(fields[index].same ?? 0)),
          back: isFirst ? 1 : Exponential.of(Double(fields[index].back ?? 0))
        )
      )
      pairs += count * (before?.count ?? 1)
      Self.place(candidates, from: first, among: before, &places, &inBefore)
      Self.place(candidates, from: first, among: beforeLast, &places, &inBeforeLast)
    }
    forward.removeAll(keepingCapacity: true)
    forward.reserveCapacity(pairs)
  }

  /// Appends the place of each candidate from `first` on among those of another turn, or -1.
  ///
  /// `places` holds -1 for every member before and after.
  private static func place(
    _ candidates: [Int],
    from first: Int,
    among other: Link?,
    _ places: inout [Int],
    _ list: inout [Int]
  ) {
    guard let other else {
      for _ in first..<candidates.count { list.append(-1) }
      return
    }
    for place in other.places { places[candidates[place]] = place - other.first }
    for place in first..<candidates.count { list.append(places[candidates[place]]) }
    for place in other.places { places[candidates[place]] = -1 }
  }

  private func decision(_ link: Link) -> Decision {
    let sum = sums.reduce(0, +)
    guard sum > 0 else { return Decision(member: candidates[link.places].first) }
    if link.count == 1, sum.isFinite {
      let member = candidates[link.first]
      return Decision(member: member, probability: 1, shares: [(member, 1)])
    }
    var result = Decision()
    result.shares.reserveCapacity(min(link.count, 4))
    for (member, value) in zip(candidates[link.places], sums) {
      let probability = value / sum
      if probability > result.probability {
        result.member = member
        result.probability = probability
      }
      if probability > Self.leastShare { result.shares.append((member, probability)) }
    }
    return result
  }

  /// Appends the forward sums of a turn's pairs.
  private mutating func sumForward(_ index: Int) {
    let link = links[index]
    guard index > 0 else {
      for column in 0..<link.count { forward.append(factors[link.first + column]) }
      return
    }
    let rows = links[index - 1].count
    let before = links[index - 1].firstPair
    clearSums(rows)
    for row in 0..<(index == 1 ? 1 : links[index - 2].count) {
      let first = before + row * rows
      for column in 0..<rows { sums[column] += forward[first + column] }
    }
    for row in 0..<rows {
      let sum = sums[row]
      for place in link.first..<(link.first + link.count) { forward.append(sum * factors[place]) }
    }
    let more = link.back - 1
    for column in 0..<link.count {
      let place = link.first + column
      let factor = factors[place]
      let now = link.firstPair + column
      let last = inBeforeLast[place]
      if last >= 0 {
        let first = before + last * rows
        for row in 0..<rows {
          forward[now + row * link.count] = (sums[row] + more * forward[first + row]) * factor
        }
      }
      let row = inBefore[place]
      if row >= 0 { forward[now + row * link.count] = sums[row] * (factor * link.same) }
    }
    if index % Self.scaling == 0 { Self.scale(&forward, from: link.firstPair) }
  }

  /// Fills the backward sums of a turn's pairs; those of the turn after stand in `backwardAfter`.
  private mutating func sumBackward(_ index: Int) {
    let link = links[index]
    let rows = index == 0 ? 1 : links[index - 1].count
    backward.removeAll(keepingCapacity: true)
    guard index + 1 < links.count else {
      for _ in 0..<(rows * link.count) { backward.append(1) }
      return
    }
    let next = links[index + 1]
    clearSums(link.count)
    for column in 0..<link.count {
      let after = column * next.count
      var sum = 0.0
      for other in 0..<next.count {
        sum += factors[next.first + other] * backwardAfter[after + other]
      }
      sums[column] = sum
    }
    for other in 0..<next.count {
      let column = inBefore[next.first + other]
      guard column >= 0 else { continue }
      sums[column] +=
        (next.same - 1) * factors[next.first + other] * backwardAfter[column * next.count + other]
    }
    for _ in 0..<rows { for column in 0..<link.count { backward.append(sums[column]) } }
    if index > 0 {
      for other in 0..<next.count {
        let place = next.first + other
        let row = inBeforeLast[place]
        guard row >= 0 else { continue }
        let more = (next.back - 1) * factors[place]
        let first = row * link.count
        let same = inBefore[place]
        for column in 0..<link.count where column != same {
          backward[first + column] += more * backwardAfter[column * next.count + other]
        }
      }
    }
    if index % Self.scaling == 0 { Self.scale(&backward, from: 0) }
  }

  /// Makes the sums from a place on add up to 1: only their proportions matter.
  private static func scale(_ pairs: inout [Double], from first: Int) {
    var total = 0.0
    for place in first..<pairs.count { total += pairs[place] }
    guard total > 0 else { return }
    for place in first..<pairs.count { pairs[place] /= total }
  }
}
