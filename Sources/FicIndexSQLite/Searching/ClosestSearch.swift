import FicIndex
import FicModel
import GRDB

/// Finds the lines that come closest to one alternative of a query, whatever of its words they
/// lack.
struct ClosestSearch {
  /// A line with what its words weigh.
  private struct Candidate {
    var row: Int32
    var score: Double
  }

  /// So many lines are looked at closely for each that is wanted: what order, distance and the
  /// lines beside say may bring a line up from there.
  private static let looksForEach = 6

  /// More are not looked at for the sake of lines that answer.
  private static let mostCloserLook = 1 << 14

  private let query: QuerySearch
  private let plan: QueryPlan
  private let weights: LeafWeights
  private let context: SearchContext
  private let index: Int
  private let limit: Int
  private let closerLook: Int

  /// The numbers of the leaves that count, in the order of the query.
  private let numbers: [Int]

  /// Those of them that lines are found by.
  private let finding: [Int]

  /// Prepares a search for an alternative.
  init(
    _ query: QuerySearch,
    _ plan: QueryPlan,
    alternative index: Int,
    _ weights: LeafWeights,
    _ context: SearchContext,
    limit: Int,
    closerLook: Int
  ) {
    self.query = query
    self.plan = plan
    self.index = index
    self.weights = weights
    self.context = context
    self.limit = limit
    self.closerLook = closerLook
    let leaves = plan.leaves
    numbers = (plan.plans[index].clause?.wantedLeaves ?? []).compactMap {
      leaves.firstIndex(of: $0)
    }
    finding = plan.finding(numbers)
  }

  /// The lines, with their rows, the closest first: at most `limit` that answer, and as many that
  /// do not.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func lines() throws -> [(row: Int, line: RankedLine)] {
    guard !numbers.isEmpty else { return [] }
    var wanted = max(closerLook, limit * Self.looksForEach)
    while true {
      let (candidates, isAll) = try candidates(wanted)
      let found = try ranked(candidates)
      if isAll || found.count(where: { $0.line.answers }) >= limit { return found }
      // Lines that lack a word have taken the places of those that answer.
      guard wanted < Self.mostCloserLook else { return found }
      wanted *= 8
    }
  }

  /// Those of some lines, ascending, that answer the alternative and hold a word of it.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func answering(among rows: [Int32]) throws -> [Int32] {
    let search = try query.searches()[index]
    let rows = rows.filter { !search.filter.ranges(in: Int($0)..<Int($0) + 1).isEmpty }
    var held = LineRun()
    for number in finding { try search.leafCursor(number).keep(rows, into: &held) }
    let directory = context.directory
    let lines = Set(held.rows).filter { search.isWanted[Int(directory.marks[Int($0)])] }.sorted()
    let standing = try query.searches()[index].standing(ofLines: lines)
    return zip(lines, standing).filter { $0.1?.answers ?? false }.map(\.0)
  }

  // MARK: Candidates

  /// The lines whose words weigh most, and whether those are all that have any.
  private func candidates(_ count: Int) throws -> (lines: [Candidate], isAll: Bool) {
    let search = try query.searches()[index]
    var best = BestRows(limit: count)
    var total = 0
    let order = finding.sorted { weights[$0] < weights[$1] }
    let cursors = try order.map { try search.leafCursor($0) }
    let bounds = order.map { weights[$0] * BM25.most }
    let sums = bounds.indices.map { bounds[...$0].reduce(0, +) }
    var scores: [Float] = []
    try search.filter.forEachWindow(context) { window in
      // Leaves that cannot bring a line up together are only looked at in lines that others find.
      let threshold = best.threshold
      let cut = sums.partitionPoint { $0 > threshold }
      guard cut < order.count else { return }
      let base = window[0].lowerBound
      let count = window[window.count - 1].upperBound - base
      if scores.count < count {
        scores.append(contentsOf: repeatElement(0, count: count - scores.count))
      }
      let rest = cut > 0 ? sums[cut - 1] : 0
      var rows: [Int32] = []
      for place in cut..<order.count {
        var run = LineRun()
        if place == order.count - 1, place == cut, let term = cursors[place] as? TermCursor {
          let weight = weights[order[place]]
          try term.read(window, into: &run) { $0 * weight + rest > threshold }
        } else {
          try cursors[place].read(window, into: &run)
        }
        add(run, weights[order[place]], base, search, &scores, &rows)
      }
      if rows.count > 1, order.count - cut > 1 { rows.sort() }
      var kept: [Int32] = []
      for row in rows where Double(scores[Int(row) - base]) + rest > threshold {
        kept.append(row)
      }
      for place in 0..<cut where !kept.isEmpty {
        var run = LineRun()
        try cursors[place].keep(kept, into: &run)
        var ignored: [Int32] = []
        add(run, weights[order[place]], base, search, &scores, &ignored)
      }
      total += kept.count
      for row in kept {
        best.add(row, Double(scores[Int(row) - base]))
      }
      for row in rows { scores[Int(row) - base] = 0 }
    }
    return (best.rows.map { Candidate(row: $0.row, score: $0.score) }, total < count)
  }

  /// Adds what a leaf weighs in the lines of a run to their scores; rows that had none are noted.
  private func add(
    _ run: LineRun,
    _ weight: Double,
    _ base: Int,
    _ search: PlanSearch,
    _ scores: inout [Float],
    _ rows: inout [Int32]
  ) {
    let directory = context.directory
    for place in run.rows.indices {
      let row = Int(run.rows[place])
      guard search.isWanted[Int(directory.marks[row])] else { continue }
      let own = Float(
        weight * BM25.saturation(Int(run.counts[place]), words: Int(directory.words[row]))
      )
      if scores[row - base] == 0 { rows.append(run.rows[place]) }
      scores[row - base] += max(own, .leastNonzeroMagnitude)
    }
  }

  // MARK: A closer look

  private func ranked(_ candidates: [Candidate]) throws -> [(row: Int, line: RankedLine)] {
    guard !candidates.isEmpty else { return [] }
    let candidates = candidates.sorted { $0.row < $1.row }
    let everyStanding = try query.searches()[index].standing(ofLines: candidates.map(\.row))
    let kept = candidates.indices.filter(worthTheLook(candidates, everyStanding))
    let rows = kept.map { candidates[$0].row }
    let standing = kept.map { everyStanding[$0] }
    let features = try self.features(rows)
    var found: [(row: Int, line: RankedLine)] = []
    for place in rows.indices {
      guard let own = standing[place],
        let key = LinePlace(row: Int(rows[place]), context.directory)?.key
      else {
        continue
      }
      found.append(
        (
          Int(rows[place]),
          RankedLine(
            key: key,
            score: features[place].score,
            answers: own.answers,
            lacking: own.lacking
          )
        )
      )
    }
    found.sort { $0.line.precedes($1.line) }
    var answering = 0
    var others = 0
    return found.filter { entry in
      if entry.line.answers { answering += 1 } else { others += 1 }
      return entry.line.answers ? answering <= limit : others <= limit
    }
  }

  /// Tells which candidates what order, the lines beside and the speaker add may bring among the
  /// `limit` best of those that answer, or of those that do not, whatever other forms take away.
  private func worthTheLook(
    _ candidates: [Candidate],
    _ standing: [(answers: Bool, lacking: LeafSet)?]
  ) -> (_ index: Int) -> Bool {
    let weight = numbers.reduce(0) { $0 + weights[$1] }
    let unseen = numbers.reduce(0) { finding.contains($1) ? $0 : $0 + weights[$1] * BM25.most }
    let bonus =
      unseen + weight * (LinesBeside.weight + SpeakerMatches.weight)
      + Double(numbers.count) * WordOrder.weight
    let loss = weight * WordForms.weight
    // A long line may count as a shorter one.
    func most(_ candidate: Candidate) -> Double {
      let words = Int(context.directory.words[Int(candidate.row)])
      let short = min(words, TermMatches.leastOfLong)
      return candidate.score * (1 + BM25.norm(words: words)) / (1 + BM25.norm(words: short)) + bonus
    }
    func least(answering: Bool) -> Double {
      let scores = candidates.indices.filter { standing[$0]?.answers == answering }
        .map { candidates[$0].score }.sorted(by: >)
      return scores.count <= limit ? 0 : scores[limit - 1] - loss
    }
    let leastAnswering = least(answering: true)
    let leastOther = least(answering: false)
    return { index in
      guard let own = standing[index] else { return false }
      return most(candidates[index]) >= (own.answers ? leastAnswering : leastOther)
    }
  }

  private func features(_ rows: [Int32]) throws -> [LineFeatures] {
    let directory = context.directory
    let search = try query.searches()[index]
    var features = rows.map { row in
      LineFeatures(words: Int(directory.words[Int(row)]), leaves: [])
    }
    let beside = besideRows(rows, search)
    let leaves = plan.leaves
    for number in numbers {
      let own = try leaf(number, leaves[number], rows, beside, search)
      for place in rows.indices { features[place].leaves.append(own[place]) }
    }
    return features
  }

  private func leaf(
    _ number: Int,
    _ clause: TermClause,
    _ rows: [Int32],
    _ beside: [[Int32]],
    _ search: PlanSearch
  ) throws -> [LineFeatures.Leaf] {
    let length = clause.phrases.first?.terms.count ?? 1
    var leaves = rows.map { _ in
      LineFeatures.Leaf(weight: weights[number], length: length)
    }
    let cursor = try query.searches()[index].leafCursor(number)
    let all = Array(Set(rows + beside.joined())).sorted()
    var run = LineRun()
    try cursor.keep(all, into: &run)
    let counts = Dictionary(
      zip(run.rows, run.counts).map { ($0, Int($1)) },
      uniquingKeysWith: max
    )
    let places = try query.searches()[index].leafCursor(number)
    for place in rows.indices {
      leaves[place].frequency = counts[rows[place]] ?? 0
      leaves[place].frequencyBeside = beside[place].map { counts[$0] ?? 0 }.max() ?? 0
      if leaves[place].frequency > 0, numbers.count > 1 {
        leaves[place].positions = try places.occurrences(inRow: Int(rows[place])).map(\.lowerBound)
      }
    }
    if case .phrase(let phrase) = clause, !phrase.forms.isEmpty {
      var written = LineRun()
      try TermCursor(phrase.terms[0].bytes, context).keep(rows, into: &written)
      let known = Set(written.rows)
      for place in rows.indices where leaves[place].frequency > 0 {
        leaves[place].isOtherForm = !known.contains(rows[place])
      }
    }
    // A pattern asks for no name.
    if numbers.count > 1, case .phrase(let phrase) = clause, phrase.pattern == nil {
      let speaker = try MemberCursor(
        phrase.asWritten,
        [.speaker],
        plan.plans[index].border,
        context
      )
      if speaker.cost > 0 {
        var spoken = LineRun()
        try speaker.keep(rows, into: &spoken)
        let known = Set(spoken.rows)
        for place in rows.indices { leaves[place].isSpeaker = known.contains(rows[place]) }
      }
    }
    return leaves
  }

  /// The lines before and behind each of some lines that are looked into and of the same stretch.
  private func besideRows(_ rows: [Int32], _ search: PlanSearch) -> [[Int32]] {
    let directory = context.directory
    return rows.map { row in
      let stretch = directory.stretch(of: Int(row))
      func isWanted(_ other: Int) -> Bool { search.isWanted[Int(directory.marks[other])] }
      let before = (stretch.lowerBound..<Int(row)).reversed().prefix(3).first(where: isWanted)
      let behind = (Int(row) + 1..<max(stretch.upperBound, Int(row) + 1)).prefix(3)
        .first(where: isWanted)
      return [before, behind].compactMap { $0.map { Int32($0) } }
    }
  }
}
