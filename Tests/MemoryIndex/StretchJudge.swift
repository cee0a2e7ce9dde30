import FicIndex
import FicModel

/// Judges the stretches of a chapter by one alternative of a query.
struct StretchJudge {
  typealias Item = ScannedChapter.Item

  let plan: LinePlan
  private let chapter: ScannedChapter
  private let leaves: [TermClause]
  private let tree: LeafTree
  private let unwantedTree: LeafTree?

  init(_ plan: LinePlan, leaves: [TermClause], in chapter: ScannedChapter) {
    self.plan = plan
    self.leaves = leaves
    self.chapter = chapter
    func number(_ leaf: TermClause) -> Int { leaves.firstIndex(of: leaf) ?? LeafSet.capacity }
    tree = LeafTree(plan.clause, number: number)
    unwantedTree = plan.unwanted.map { LeafTree($0, number: number) }
  }

  /// The lines of all stretches that satisfy the alternative.
  func matches() -> [MemorySnapshot.Match] { places.flatMap(matches) }

  /// The lines that are looked at together: of a stretch, or one by one.
  var places: [[Item]] {
    let items = chapter.items.filter { plan.zones.contains($0.line.zone) }
    if plan.reach == .line { return items.map { [$0] } }
    return Dictionary(grouping: items, by: \.line.stretch).sorted { $0.key < $1.key }.map(\.value)
  }

  private func matches(in place: [Item]) -> [MemorySnapshot.Match] {
    guard suits(place), !holdsUnwanted(place) else { return [] }
    let lines = place.filter(isPossible)
    guard plan.clause != nil else {
      return lines.first(where: isWhole).map { [.init(item: $0, counts: [:])] } ?? []
    }
    let counts = counts(in: lines)
    guard let counted = tree.counted(present(counts)) else { return [] }
    return zip(lines, counts).compactMap { item, counts in
      let own = counts.filter { counted.contains($0.key) }
      guard !own.isEmpty, !isExcluded(item) else { return nil }
      return .init(item: item, counts: own)
    }
  }

  func present(_ counts: [[Int: Int]]) -> LeafSet {
    var present = LeafSet()
    for leaf in counts.flatMap(\.keys) { present.insert(leaf) }
    return present
  }

  /// Whether what a stretch holds satisfies the alternative.
  func answers(_ present: LeafSet) -> Bool { tree.counted(present) != nil }

  /// Whether it would if any of the words were enough.
  func relaxedHolds(_ present: LeafSet) -> Bool { tree.relaxed.counted(present) != nil }

  /// The leaves of the clause that it lacks.
  func lacking(_ present: LeafSet) -> LeafSet {
    var all = LeafSet()
    for leaf in plan.clause?.leaves ?? [] {
      if let number = leaves.firstIndex(of: leaf) { all.insert(number) }
    }
    return all.subtracting(present)
  }

  /// Whether a line's zone is looked into.
  func isLookedInto(_ item: Item) -> Bool { plan.zones.contains(item.line.zone) }

  /// Where a leaf begins in a line, in the voices that count.
  func positions(of leaf: TermClause, in item: Item) -> [Int] {
    if case .expression(let expression) = leaf {
      let matches = item.reading.matches(of: expression, in: voices(of: item))
      return Set(matches.map(\.words.lowerBound)).sorted()
    }
    let places = leaf.phrases.flatMap { item.reading.occurrences(of: $0, in: voices(of: item)) }
    return Set(places.map(\.lowerBound)).sorted()
  }

  /// The lines that are looked into, and how many of their words count.
  func ground() -> [(Item, words: Int)] {
    places.filter(suits).flatMap { place in
      place.filter { isPossible($0) && !isExcluded($0) }.map { item in
        let words = item.reading.words.count
        let voices = voices(of: item)
        let isWhole = item.line.zone != .story || voices == Voice.all
        return (item, isWhole ? words : item.reading.regions.words(in: voices, of: words))
      }
    }
  }

  // MARK: People

  /// Whether the right people are there, and nobody who must not be.
  func suits(_ place: [Item]) -> Bool {
    guard let stretch = place.first?.line.stretch else { return false }
    let around = chapter.items.filter { $0.line.stretch == stretch }
    return plan.people.filter { $0.role == .present }.allSatisfy { condition in
      around.contains { chapter.holds(condition, of: $0, upTo: plan.border) } != condition.isNegated
    }
  }

  /// Whether a line has to do with whom the query asks for.
  func isPossible(_ item: Item) -> Bool {
    let wanted = plan.people.filter { !$0.isNegated && $0.role != .present }
    guard wanted.allSatisfy({ chapter.holds($0, of: item, upTo: plan.border) }) else {
      return false
    }
    return !plan.asksWhoSpeaks
      || item.people.confidenceStep >= LinePeople.step(plan.minimumConfidence)
  }

  /// Whether a line does not count although its stretch does.
  func isExcluded(_ item: Item) -> Bool {
    plan.people.contains { condition in
      condition.isNegated && condition.role != .present
        && (plan.reach == .line || condition.role == .named)
        && chapter.holds(condition, of: item, upTo: plan.border)
    }
  }

  /// Whose words count in a line.
  private func voices(of item: Item) -> Set<Voice> {
    let isSilenced = plan.people.contains { condition in
      condition.isNegated && plan.reach == .scene
        && (condition.role == .speaker || condition.role == .addressee)
        && chapter.holds(condition, of: item, upTo: plan.border)
    }
    return isSilenced ? plan.voices.intersection([.narration]) : plan.voices
  }

  private func isWhole(_ item: Item) -> Bool {
    guard !item.reading.words.isEmpty, !isExcluded(item) else { return false }
    guard item.line.zone == .story, plan.voices != Voice.all else { return true }
    let voices = item.reading.regions.voices(words: item.reading.words.count)
    return !voices.isDisjoint(with: plan.voices)
  }

  // MARK: Words

  func holdsUnwanted(_ place: [Item]) -> Bool {
    guard let unwantedTree else { return false }
    let counts = counts(in: place) { _ in plan.reach == .line ? plan.voices : Voice.all }
    return unwantedTree.counted(present(counts)) != nil
  }

  /// How often each of some lines of a stretch holds each leaf.
  func counts(in lines: [Item]) -> [[Int: Int]] { counts(in: lines, voices: voices) }

  private func counts(
    in lines: [Item],
    voices: (Item) -> Set<Voice>
  ) -> [[Int: Int]] {
    var result = lines.map { _ in [Int: Int]() }
    for (number, leaf) in leaves.enumerated() {
      switch leaf {
      case .phrase(let phrase):
        for (index, item) in lines.enumerated() {
          let count = item.reading.occurrences(of: phrase, in: voices(item)).count
          if count > 0 { result[index][number] = count }
        }
      case .expression(let expression):
        for (index, item) in lines.enumerated() {
          let count = item.reading.matches(of: expression, in: voices(item)).count
          if count > 0 { result[index][number] = count }
        }
      case .near(let groups, let distance):
        for index in near(groups, distance, in: lines, voices) {
          result[index][number, default: 0] += 1
        }
      case .and, .or, .without: break
      }
    }
    return result
  }

  /// The lines, one for each, of the places of the group of a NEAR that has the fewest.
  private func near(
    _ groups: [[TermPhrase]],
    _ distance: Int,
    in lines: [Item],
    _ voices: (Item) -> Set<Voice>
  ) -> [Int] {
    var bases: [Int] = []
    var base = 0
    for item in lines {
      bases.append(base)
      base += item.reading.words.count
    }
    let places = groups.map { group in
      lines.indices.flatMap { index in
        let item = lines[index]
        return Set(
          group.flatMap { phrase in
            item.reading.occurrences(of: phrase, in: voices(item)).map {
              $0.lowerBound + bases[index]..<$0.upperBound + bases[index]
            }
          }
        )
      }
    }
    let near = NearMatcher.participants(places, distance: distance)
    let fewest = near.min { $0.count < $1.count } ?? []
    return fewest.map { place in
      lines.indices.last { bases[$0] <= place.lowerBound } ?? 0
    }
  }
}
