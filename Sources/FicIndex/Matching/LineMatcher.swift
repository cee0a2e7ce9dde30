package import FicModel

/// Finds where the words of a query stand in a line that an index has found.
package struct LineMatcher {
  private let plan: QueryPlan
  private let leaves: [TermClause]
  private let wanted: [[TermClause]]

  /// Prepares a query.
  package init(_ plan: QueryPlan) {
    self.plan = plan
    leaves = plan.leaves
    wanted = plan.plans.map { $0.clause?.wantedLeaves ?? [] }
  }

  /// Whether no word is asked for, but who speaks: then what is said matches.
  var asksForTurns: Bool {
    plan.wanted.isEmpty && plan.plans.contains { $0.reach == .line }
  }

  /// The occurrences in a line of the leaves that it holds, ascending and different, each as the
  /// places of its words.
  package func occurrences(
    of found: LeafSet,
    in line: Line,
    of chapter: Chapter
  ) -> [[TextSpan]] {
    guard !found.isEmpty else { return [] }
    let reading = LineReading(line, of: chapter)
    var seen: Set<[TextSpan]> = []
    forEachLeaf(of: found) { leaf, voices in
      for range in Self.occurrences(of: leaf, in: reading, voices) {
        seen.insert(reading.spans(of: range, in: voices))
      }
      if case .expression(let expression) = leaf {
        for match in reading.matches(of: expression, in: voices) { seen.insert([match.span]) }
      }
    }
    return seen.filter { !$0.isEmpty }.sorted {
      ($0[0], $0[$0.count - 1]) < ($1[0], $1[$1.count - 1])
    }
  }

  /// The same occurrences as the numbers of their words.
  func ranges(of found: LeafSet, in reading: LineReading) -> Set<Range<Int>> {
    var ranges: Set<Range<Int>> = []
    forEachLeaf(of: found) { leaf, voices in
      ranges.formUnion(Self.occurrences(of: leaf, in: reading, voices))
      if case .expression(let expression) = leaf {
        ranges.formUnion(reading.matches(of: expression, in: voices).map(\.words))
      }
    }
    return ranges
  }

  private func forEachLeaf(
    of found: LeafSet,
    _ body: (_ leaf: TermClause, _ voices: Set<Voice>) -> Void
  ) {
    for (alternative, own) in zip(plan.plans, wanted) {
      for leaf in own {
        guard let number = leaves.firstIndex(of: leaf), found.contains(number) else { continue }
        body(leaf, alternative.voices)
      }
    }
  }

  private static func occurrences(
    of leaf: TermClause,
    in line: LineReading,
    _ voices: Set<Voice>
  ) -> [Range<Int>] {
    switch leaf {
    case .phrase(let phrase):
      return line.occurrences(of: phrase, in: voices)
    case .near(let groups, let distance):
      var places = groups.map { group in
        group.flatMap { line.occurrences(of: $0, in: voices) }
      }
      // Words of the same line that do not belong together are not marked.
      if places.allSatisfy({ !$0.isEmpty }) {
        let near = NearMatcher.participants(places, distance: distance)
        if near.allSatisfy({ !$0.isEmpty }) { places = near }
      }
      return places.flatMap(\.self)
    case .expression, .and, .or, .without: return []
    }
  }
}
