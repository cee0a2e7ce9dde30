/// Decides the speakers of a run of turns together.
///
/// A chain whose links look at the last two speakers: each candidate's own cues, whether the speaker
/// changes, and whether the one before last speaks again. The forward and the backward sums give each
/// candidate's probability with regard to all turns of the run, before and after.
struct JointPass {
  /// What the pass makes of a turn.
  struct Decision: Sendable {
    /// The most probable member; nil where there is no candidate.
    var member: Int?
    /// Its probability, before it is calibrated.
    var probability = 0.0
    /// Every candidate whose probability is worth a thought, with it.
    var shares: [(member: Int, probability: Double)] = []
  }

  /// Shares below this change nothing that is made of them.
  private static let leastShare = 0.02

  /// Runs are cut after this many turns, so that memory stays bounded.
  private static let longestRun = 400

  private let weights: CueWeights

  /// Creates a pass.
  init(weights: CueWeights) {
    self.weights = weights
  }

  /// Decides every turn of a chapter.
  ///
  /// Complexity: linear in the turns, quadratic in the candidates of each, of whom there are few.
  func decide(_ fields: [Field]) -> [Decision] {
    var result: [Decision] = []
    result.reserveCapacity(fields.count)
    var start = 0
    while start < fields.count {
      var end = start + 1
      while end < fields.count, fields[end].same != nil, end - start < Self.longestRun { end += 1 }
      result += run(fields[start..<end])
      start = end
    }
    return result
  }

  /// A table of pairs: the candidate of the turn before, and that of the turn.
  private struct Pairs {
    var columns: Int
    var values: [Double]

    init(rows: Int, columns: Int) {
      self.columns = columns
      values = [Double](repeating: 0, count: rows * columns)
    }

    subscript(row: Int, column: Int) -> Double {
      get { values[row * columns + column] }
      set { values[row * columns + column] = newValue }
    }
  }

  /// A turn of a run, with its scores as factors.
  private struct Link {
    var members: [Int]
    var factors: [Double]
    var same: Double
    var back: Double
    /// For each candidate its place among the candidates one and two turns before, or -1.
    var inBefore: [Int]
    var inBeforeLast: [Int]
  }

  private func run(_ fields: ArraySlice<Field>) -> [Decision] {
    let links = links(of: fields)
    guard links.allSatisfy({ !$0.members.isEmpty }) else {
      return fields.map { decision($0.members, Self.factors($0.scores)) }
    }
    var forward: [Pairs] = []
    for index in links.indices { forward.append(self.forward(links, index, forward.last)) }
    var result = [Decision](repeating: Decision(), count: links.count)
    var backward: Pairs?
    for index in links.indices.reversed() {
      let now = self.backward(links, index, backward)
      var sums = [Double](repeating: 0, count: links[index].members.count)
      let rows = index == 0 ? 1 : links[index - 1].members.count
      for row in 0..<rows {
        for column in sums.indices {
          sums[column] += forward[index][row, column] * now[row, column]
        }
      }
      result[index] = decision(links[index].members, sums)
      backward = now
    }
    return result
  }

  private func links(of fields: ArraySlice<Field>) -> [Link] {
    var links: [Link] = []
    for field in fields {
      let isFirst = links.isEmpty
      let before = links.last?.members ?? []
      let beforeLast = links.count > 1 ? links[links.count - 2].members : []
      links.append(
        Link(
          members: field.members,
          factors: Self.factors(field.scores),
          same: isFirst ? 1 : Exponential.of(field.same.map { weights[$0] } ?? 0),
          back: isFirst ? 1 : Exponential.of(field.back.map { weights[$0] } ?? 0),
          inBefore: field.members.map { before.firstIndex(of: $0) ?? -1 },
          inBeforeLast: field.members.map { beforeLast.firstIndex(of: $0) ?? -1 }
        )
      )
    }
    return links
  }

  private static func factors(_ scores: [Double]) -> [Double] {
    let greatest = scores.max() ?? 0
    return scores.map { Exponential.of($0 - greatest) }
  }

  private func decision(_ members: [Int], _ values: [Double]) -> Decision {
    let sum = values.reduce(0, +)
    guard sum > 0 else { return Decision(member: members.first) }
    var result = Decision()
    for (member, value) in zip(members, values) {
      let probability = value / sum
      if probability > result.probability {
        result.member = member
        result.probability = probability
      }
      if probability > Self.leastShare { result.shares.append((member, probability)) }
    }
    return result
  }

  private func forward(_ links: [Link], _ index: Int, _ before: Pairs?) -> Pairs {
    let link = links[index]
    let count = link.members.count
    guard index > 0, let before else {
      var first = Pairs(rows: 1, columns: count)
      for column in 0..<count { first[0, column] = link.factors[column] }
      return first
    }
    let rows = links[index - 1].members.count
    var result = Pairs(rows: rows, columns: count)
    let beforeRows = before.values.count / max(1, before.columns)
    var total = 0.0
    for row in 0..<rows {
      var sum = 0.0
      for other in 0..<beforeRows { sum += before[other, row] }
      for column in 0..<count {
        let isSame = link.inBefore[column] == row
        var value = sum
        if !isSame, index > 1, link.inBeforeLast[column] >= 0 {
          value += (link.back - 1) * before[link.inBeforeLast[column], row]
        }
        value *= link.factors[column] * (isSame ? link.same : 1)
        result[row, column] = value
        total += value
      }
    }
    guard total > 0 else { return result }
    for place in result.values.indices { result.values[place] /= total }
    return result
  }

  private func backward(_ links: [Link], _ index: Int, _ after: Pairs?) -> Pairs {
    let rows = index == 0 ? 1 : links[index - 1].members.count
    let count = links[index].members.count
    var result = Pairs(rows: rows, columns: count)
    guard index + 1 < links.count, let after else {
      for place in result.values.indices { result.values[place] = 1 }
      return result
    }
    let next = links[index + 1]
    var total = 0.0
    for column in 0..<count {
      var sum = 0.0
      for other in next.members.indices { sum += step(next, column, other) * after[column, other] }
      for row in 0..<rows { result[row, column] = sum }
      total += sum * Double(rows)
      guard index > 0 else { continue }
      for other in next.members.indices {
        let row = next.inBeforeLast[other]
        guard row >= 0, next.inBefore[other] != column else { continue }
        let more = (next.back - 1) * step(next, column, other) * after[column, other]
        result[row, column] += more
        total += more
      }
    }
    guard total > 0 else { return result }
    for place in result.values.indices { result.values[place] /= total }
    return result
  }

  private func step(_ link: Link, _ before: Int, _ now: Int) -> Double {
    link.factors[now] * (link.inBefore[now] == before ? link.same : 1)
  }
}
