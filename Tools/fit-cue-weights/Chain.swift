import Glibc

/// The joint pass's chain with its gradient: sums over all ways to name the speakers of a run.
struct Chain {
  private let text: TrainingText
  private let weights: [Double]

  init(_ text: TrainingText, weights: [Double]) {
    self.text = text
    self.weights = weights
  }

  /// What a pass over a run gives.
  struct Sums {
    /// The logarithm of the sum.
    var logarithm = 0.0
    /// Each candidate's share, a row a turn.
    var shares: [[Double]] = []
    /// The shares of the same speaker going on, and of the one before last coming back.
    var same: [Double] = []
    var back: [Double] = []
  }

  /// The scores of the candidates of a turn.
  private func scores(_ turn: TrainingText.Turn) -> [Double] {
    var result = [Double](repeating: 0, count: turn.count)
    for entry in turn.entries {
      result[Int(text.candidates[entry])] += weights[Int(text.cues[entry])] * text.values[entry]
    }
    return result
  }

  /// Sums over a run; where `isClamped`, over the right candidates of labelled turns only.
  func sums(_ run: [TrainingText.Turn], scores: [[Double]], isClamped: Bool) -> Sums {
    var result = Sums()
    var factors: [[Double]] = []
    for (turn, scores) in zip(run, scores) {
      let top = scores.max() ?? 0
      result.logarithm += top
      let clamp = isClamped && turn.isRight.contains(true)
      factors.append(
        scores.indices.map { clamp && !turn.isRight[$0] ? 0 : exp(scores[$0] - top) }
      )
    }
    let same = run.map { $0.same < 0 ? 1 : exp(weights[$0.same]) }
    let back = run.map { $0.back < 0 ? 1 : exp(weights[$0.back]) }
    // forward[t][before * count + now]
    var forward: [[Double]] = [factors[0]]
    normalize(&forward[0], &result.logarithm)
    for index in run.indices.dropFirst() {
      let turn = run[index]
      let rows = run[index - 1].count
      let beforeRows = forward[index - 1].count / rows
      var row = [Double](repeating: 0, count: rows * turn.count)
      for before in 0..<rows {
        var sum = 0.0
        for other in 0..<beforeRows { sum += forward[index - 1][other * rows + before] }
        for now in 0..<turn.count {
          var value = sum
          let isSame = turn.inBefore[now] == before
          if !isSame, index > 1, turn.inBeforeLast[now] >= 0 {
            value += (back[index] - 1) * forward[index - 1][turn.inBeforeLast[now] * rows + before]
          }
          row[before * turn.count + now] = value * factors[index][now] * (isSame ? same[index] : 1)
        }
      }
      normalize(&row, &result.logarithm)
      forward.append(row)
    }
    result.shares = run.map { [Double](repeating: 0, count: $0.count) }
    result.same = [Double](repeating: 0, count: run.count)
    result.back = result.same
    var backward = [Double](repeating: 1, count: forward[run.count - 1].count)
    for index in run.indices.reversed() {
      let turn = run[index]
      let rows = index == 0 ? 1 : run[index - 1].count
      var total = 0.0
      for place in forward[index].indices { total += forward[index][place] * backward[place] }
      guard total > 0 else { return result }
      for before in 0..<rows {
        var sum = 0.0
        let beforeRows = index > 0 ? forward[index - 1].count / rows : 0
        for other in 0..<beforeRows { sum += forward[index - 1][other * rows + before] }
        for now in 0..<turn.count {
          let place = before * turn.count + now
          let share = forward[index][place] * backward[place] / total
          result.shares[index][now] += share
          guard index > 0, share > 0 else { continue }
          if turn.inBefore[now] == before {
            result.same[index] += share
          } else if index > 1, turn.inBeforeLast[now] >= 0 {
            let part = forward[index - 1][turn.inBeforeLast[now] * rows + before]
            let all = sum + (back[index] - 1) * part
            if all > 0 { result.back[index] += share * back[index] * part / all }
          }
        }
      }
      guard index > 0 else { break }
      backward = step(backward, run, index, factors, same, back)
    }
    return result
  }

  /// What the turns from `index` on give the pairs of the turn before.
  private func step(
    _ backward: [Double],
    _ run: [TrainingText.Turn],
    _ index: Int,
    _ factors: [[Double]],
    _ same: [Double],
    _ back: [Double]
  ) -> [Double] {
    let turn = run[index]
    let count = run[index - 1].count
    let rows = index == 1 ? 1 : run[index - 2].count
    var result = [Double](repeating: 0, count: rows * count)
    var total = 0.0
    for before in 0..<count {
      var sum = 0.0
      for now in 0..<turn.count {
        sum +=
          factors[index][now] * (turn.inBefore[now] == before ? same[index] : 1)
          * backward[before * turn.count + now]
      }
      for row in 0..<rows { result[row * count + before] = sum }
      if index > 1 {
        for now in 0..<turn.count where turn.inBefore[now] != before && turn.inBeforeLast[now] >= 0
        {
          result[turn.inBeforeLast[now] * count + before] +=
            (back[index] - 1) * factors[index][now] * backward[before * turn.count + now]
        }
      }
    }
    for value in result { total += value }
    guard total > 0 else { return result }
    for place in result.indices { result[place] /= total }
    return result
  }

  private func normalize(_ values: inout [Double], _ logarithm: inout Double) {
    var total = 0.0
    for value in values { total += value }
    guard total > 0 else { return }
    for place in values.indices { values[place] /= total }
    logarithm += log(total)
  }

  /// Adds the gradient of the logarithm of the likelihood of the labels; returns that logarithm.
  func addGradient(to gradient: inout [Double]) -> Double {
    var result = 0.0
    for run in text.runs where run.contains(where: { $0.isRight.contains(true) }) {
      let scores = run.map(scores)
      let free = sums(run, scores: scores, isClamped: false)
      let clamped = sums(run, scores: scores, isClamped: true)
      result += (clamped.logarithm - free.logarithm) * text.weight
      for (index, turn) in run.enumerated() {
        for entry in turn.entries {
          let candidate = Int(text.candidates[entry])
          let difference = clamped.shares[index][candidate] - free.shares[index][candidate]
          gradient[Int(text.cues[entry])] += difference * text.values[entry] * text.weight
        }
        if turn.same >= 0 {
          gradient[turn.same] += (clamped.same[index] - free.same[index]) * text.weight
        }
        if turn.back >= 0 {
          gradient[turn.back] += (clamped.back[index] - free.back[index]) * text.weight
        }
      }
    }
    return result
  }

  /// The share and the rightness of the best candidate of every labelled quotation.
  func decisions() -> [(kind: Int, share: Double, isRight: Bool)] {
    var result: [(kind: Int, share: Double, isRight: Bool)] = []
    for run in text.runs {
      let sums = sums(run, scores: run.map(scores), isClamped: false)
      for (index, turn) in run.enumerated() {
        let shares = sums.shares[index]
        let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
        for kind in turn.quotes { result.append((kind, shares[best], turn.isRight[best])) }
      }
    }
    return result
  }
}
