/// A clause whose leaves have numbers: tells which of them count, by which of them are there.
package struct LeafTree: Hashable, Sendable {
  private indirect enum Node: Hashable, Sendable {
    case leaf(Int)
    case and([Node])
    case or([Node])
    case without(Node, Node)
  }

  private let root: Node?

  /// Numbers the leaves of a clause; without one, everything satisfies.
  ///
  /// - Parameters:
  ///   - clause: The clause.
  ///   - number: Gives the number of a leaf.
  package init(_ clause: TermClause?, number: (TermClause) -> Int) {
    root = clause.map { Self.node($0, number) }
  }

  /// The leaves that count where those of `present` are there: the ones in satisfied branches; nil
  /// where the clause is not satisfied.
  package func counted(_ present: LeafSet) -> LeafSet? {
    guard let root else { return LeafSet() }
    return Self.counted(root, present)
  }

  /// Whether a leaf satisfies the clause without any other.
  package func isSatisfied(by leaf: Int) -> Bool { counted(LeafSet(leaf)) != nil }

  /// The leaves that must be there, whatever else is.
  package var required: [Int] {
    switch root {
    case .leaf(let leaf): return [leaf]
    case .and(let nodes): return nodes.flatMap { LeafTree(root: $0).required }
    case .without(let wanted, _): return LeafTree(root: wanted).required
    case .or, nil: return []
    }
  }

  /// The tree in which every AND is an OR: what has any of the words, and none that is excluded.
  package var relaxed: LeafTree { LeafTree(root: root.map(Self.relaxed)) }

  private init(root: Node?) {
    self.root = root
  }

  private static func node(_ clause: TermClause, _ number: (TermClause) -> Int) -> Node {
    switch clause {
    case .phrase, .near, .expression: .leaf(number(clause))
    case .and(let clauses): .and(clauses.map { node($0, number) })
    case .or(let clauses): .or(clauses.map { node($0, number) })
    case .without(let wanted, let unwanted): .without(node(wanted, number), node(unwanted, number))
    }
  }

  private static func relaxed(_ node: Node) -> Node {
    switch node {
    case .leaf: node
    case .and(let nodes), .or(let nodes): .or(nodes.map(relaxed))
    case .without(let wanted, let unwanted): .without(relaxed(wanted), unwanted)
    }
  }

  private static func counted(_ node: Node, _ present: LeafSet) -> LeafSet? {
    switch node {
    case .leaf(let leaf): return present.contains(leaf) ? LeafSet(leaf) : nil
    case .and(let nodes):
      var set = LeafSet()
      for node in nodes {
        guard let own = counted(node, present) else { return nil }
        set.formUnion(own)
      }
      return set
    case .or(let nodes):
      var set: LeafSet?
      for node in nodes {
        guard let own = counted(node, present) else { continue }
        set = set ?? LeafSet()
        set?.formUnion(own)
      }
      return set
    case .without(let wanted, let unwanted):
      guard counted(unwanted, present) == nil else { return nil }
      return counted(wanted, present)
    }
  }
}
