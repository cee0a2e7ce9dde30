import FicModel
import FicQuery

/// Finds the characters whose names a query holds.
struct CardFinder {
  /// The most cards.
  private static let maximumCards = 3

  /// The most names that are looked up.
  private static let maximumNames = 8

  /// The most members that are read for one name.
  private static let maximumMembers = 200

  let snapshot: any IndexSnapshot

  /// Whether the members of copies of works are shown beside those of the works.
  let showsCopies: Bool

  /// Where the query looks: members of other works are not meant.
  let plan: QueryPlan

  /// Shows members as the query looks at them.
  let cast: BorderedCast

  /// The words that tell one line from another; others bring up nobody by themselves.
  let telling: Set<Term>

  /// The cards for the words of a query that name somebody, those with most to tell first, and
  /// whether one name is all that the query says.
  func cards(for root: QueryNode) throws -> (cards: [CharacterCard], isName: Bool) {
    var found: [Namesake] = []
    var places: [[Term]: [Int]] = [:]
    var covered: [QueryPhrase] = []
    let names = Self.names(in: root)
    var isName = false
    for name in names.prefix(Self.maximumNames) {
      guard !name.phrases.allSatisfy(covered.contains), !Self.isTitle(name.terms),
        name.terms.contains(where: telling.contains)
      else { continue }
      let entries = try snapshot.cast(
        of: nil,
        named: name.terms,
        limit: Self.maximumMembers,
        fitting: { Self.isNamed($0, name.terms) }
      )
      let fitting = try cast.entries(
        lookedInto(Self.folded(entries, showsCopies ? nil : snapshot)),
        named: name.terms
      )
      if !fitting.isEmpty {
        covered += name.phrases
        isName = isName || Self.isAll(of: root, name.phrases)
      }
      let keys = fitting.map { Analyzer().terms(of: $0.name) }
      let worlds = try worlds(of: fitting, keys)
      for (entry, key) in zip(fitting, keys) {
        let own = worlds[entry.work.id] ?? []
        if let known = places[key]?.first(where: { found[$0].isSame(as: entry, own) }) {
          found[known].take(entry, own)
        } else {
          places[key, default: []].append(found.count)
          found.append(Namesake(entry, key, own))
        }
      }
    }
    let ranked = found.map(\.card).enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (b.lines + b.scenes, left.offset) < (a.lines + a.scenes, right.offset)
    }
    return (ranked.prefix(Self.maximumCards).map { Self.sorted($0.element) }, isName)
  }

  /// Whether some words are all the words of a query.
  private static func isAll(of root: QueryNode, _ phrases: [QueryPhrase]) -> Bool {
    switch root {
    case .phrase(let phrase): phrases.contains(phrase)
    case .and(let nodes):
      nodes.allSatisfy { node in
        switch node {
        case .phrase(let phrase): phrases.contains(phrase)
        case .constraint: true
        case .near, .expression, .and, .or, .not: false
        }
      }
    case .near, .expression, .constraint, .or, .not: false
    }
  }

  /// The entries of works that the query looks into.
  private func lookedInto(_ entries: [CastEntry]) throws -> [CastEntry] {
    guard !entries.isEmpty, plan.isNarrowed else { return entries }
    var works: Set<String> = []
    let ids = Set(entries.compactMap { WorkID($0.work.id) }).sorted()
    try snapshot.forEachPart(of: plan.ground.narrowed(to: ids)) {
      works.insert($0.chapter.work.description)
    }
    return entries.filter { works.contains($0.work.id) }
  }

  /// Where the stories are set, by work, as far as they say: fandoms and series; none where no two
  /// works have somebody of one name that may mean two.
  private func worlds(of entries: [CastEntry], _ keys: [[Term]]) throws -> [String: Set<String>] {
    var works: [[Term]: Set<String>] = [:]
    for (entry, key) in zip(entries, keys) where !Namesake.isFull(key) {
      works[key, default: []].insert(entry.work.id)
    }
    let ids = Set(works.values.filter { $0.count > 1 }.joined()).compactMap { WorkID($0) }.sorted()
    var worlds: [String: Set<String>] = [:]
    for key in [FactKey.fandom, .series] where !ids.isEmpty {
      for (work, values) in try snapshot.values(of: key, in: ids) {
        worlds[work.description, default: []].formUnion(values)
      }
    }
    return worlds
  }

  /// The entries without those of copies of works that have one, where a snapshot is given.
  static func folded(
    _ entries: [CastEntry],
    _ snapshot: (any IndexSnapshot)?
  ) throws -> [CastEntry] {
    let works = entries.compactMap { WorkID($0.work.id) }
    let left = try CopyFolding(works.map { ($0, 0) }, snapshot).left
      .map(\.description)
    return left.isEmpty ? entries : entries.filter { !left.contains($0.work.id) }
  }

  /// Words that may be a name: runs of plain words first, then each.
  private static func names(
    in root: QueryNode
  ) -> [(terms: [Term], phrases: [QueryPhrase])] {
    let nodes: [QueryNode]
    switch root {
    case .and(let list), .or(let list): nodes = list
    default: nodes = [root]
    }
    var runs: [[QueryPhrase]] = []
    var isOpen = false
    for node in nodes {
      guard case .phrase(let phrase) = node, !phrase.isPrefix, !phrase.hasWildcards else {
        isOpen = false
        continue
      }
      if isOpen, !phrase.isQuoted, let last = runs.indices.last {
        runs[last].append(phrase)
      } else {
        runs.append([phrase])
      }
      if case .or = root { isOpen = false } else { isOpen = !phrase.isQuoted }
    }
    let analyzer = Analyzer()
    let candidates = runs.filter { (2...4).contains($0.count) } + runs.joined().map { [$0] }
    return candidates.map { phrases in
      (phrases.flatMap { analyzer.terms(of: $0.text) }, phrases)
    }
  }

  /// Whether the words are one that no member is named by alone.
  private static func isTitle(_ terms: [Term]) -> Bool {
    terms.count == 1 && Namesake.titles.contains(terms[0].description)
  }

  /// Whether the words are a name of the member: a whole form of it, or its first or last part,
  /// with a capital where the script has them.
  private static func isNamed(_ names: [String], _ terms: [Term]) -> Bool {
    let analyzer = Analyzer()
    for name in names {
      let bytes = Array(name.utf8)
      let tokens = analyzer.tokens(of: bytes.span)
      guard tokens.count >= terms.count else { continue }
      let own = tokens.map(\.term)
      let isFirst = Array(own.prefix(terms.count)) == terms
      let isLast = Array(own.suffix(terms.count)) == terms
      guard isFirst || isLast else { continue }
      let token = isFirst ? tokens[0] : tokens[tokens.count - terms.count]
      let written = String(decoding: bytes[token.span.range], as: UTF8.self)
      if written.unicodeScalars.first?.properties.isLowercase == false { return true }
    }
    return false
  }

  private static func sorted(_ card: CharacterCard) -> CharacterCard {
    var card = card
    let partners = card.talksWith.enumerated().sorted { left, right in
      (right.element.lines, left.offset) < (left.element.lines, right.offset)
    }
    card.talksWith = partners.map(\.element)
    return card
  }
}
