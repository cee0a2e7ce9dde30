/// Sets of forms of names that mean the same person, which no two people can share.
struct FormSets {
  /// What a set says of its person, where another set may say the contrary.
  struct Marks: Sendable {
    /// A title of men.
    var isMale = false
    /// "Mrs" or its like.
    var isMarried = false
    /// "Miss" or its like.
    var isUnmarried = false
    /// "Lady" and other titles of women.
    var isFemale = false
    /// "Sir", "Captain" and other titles that are not "Mr".
    var rank: Int32 = -1
    /// Whether "Mr" stands before the name.
    var isPlainMister = false
    /// The given name, where a surname follows it, or -1.
    var given: Int32 = -1
    /// The seed that tells of the person, or -1.
    var seed = -1

    /// Whether no mark contradicts another's.
    func agrees(with other: Marks) -> Bool {
      let isWoman = isMarried || isUnmarried || isFemale
      let isOtherWoman = other.isMarried || other.isUnmarried || other.isFemale
      if isMale && isOtherWoman || isWoman && other.isMale { return false }
      if isMarried && other.isUnmarried || isUnmarried && other.isMarried { return false }
      if rank >= 0, other.rank >= 0, rank != other.rank { return false }
      if rank >= 0 && other.isPlainMister || isPlainMister && other.rank >= 0 { return false }
      if seed >= 0, other.seed >= 0, seed != other.seed { return false }
      return given < 0 || other.given < 0 || given == other.given
    }

    mutating func formUnion(_ other: Marks) {
      isMale = isMale || other.isMale
      isMarried = isMarried || other.isMarried
      isUnmarried = isUnmarried || other.isUnmarried
      isFemale = isFemale || other.isFemale
      isPlainMister = isPlainMister || other.isPlainMister
      if rank < 0 { rank = other.rank }
      if given < 0 { given = other.given }
      if seed < 0 { seed = other.seed }
    }
  }

  /// So many sentences with two names, and one in so many of the rarer name's places, tell that
  /// they are two people: it parts the families of the development texts from nicknames.
  private static let fewestTogether = 3
  private static let shareTogether = 16

  private var parents: [Int]
  private var marks: [Marks]
  /// So many forms of a set tell beside whom it stands; more would make the merging quadratic.
  private static let mostMembers = 12

  /// The first forms of each set, by its root.
  private var members: [[Int]]
  /// How often the work uses the forms of each set, by its root.
  private var counts: [Int]
  private let neighbours: FormNeighbours

  /// Creates sets of one form each, with what each form says, how often the work uses it, and
  /// beside which others.
  init(_ marks: [Marks], counts: [Int], neighbours: FormNeighbours) {
    parents = Array(marks.indices)
    members = marks.indices.map { [$0] }
    self.marks = marks
    self.counts = counts
    self.neighbours = neighbours
  }

  /// The form that stands for the set of `form`: the first of the set.
  ///
  /// Complexity: near O(1).
  mutating func root(of form: Int) -> Int {
    var root = form
    while parents[root] != root { root = parents[root] }
    var next = form
    while parents[next] != root {
      let parent = parents[next]
      parents[next] = root
      next = parent
    }
    return root
  }

  /// Notes that a seed has the form, so that evidence does not make one of two seeds.
  mutating func claim(_ form: Int, by seed: Int) { marks[root(of: form)].seed = seed }

  /// Makes one set of the two forms' sets, unless they contradict each other.
  @discardableResult
  mutating func merge(_ first: Int, _ second: Int, force: Bool = false) -> Bool {
    let one = root(of: first)
    let other = root(of: second)
    if one == other { return true }
    guard force || areOne(one, other) else { return false }
    let (kept, lost) = one < other ? (one, other) : (other, one)
    parents[lost] = kept
    members[kept] += members[lost].prefix(Self.mostMembers - members[kept].count)
    members[lost] = []
    counts[kept] += counts[lost]
    marks[kept].formUnion(marks[lost])
    return true
  }

  /// Makes one set of the two forms' sets because somebody says so, unless a user says otherwise.
  mutating func mergeTold(_ first: Int, _ second: Int) {
    let (one, other) = (marks[root(of: first)].seed, marks[root(of: second)].seed)
    if one < 0 || other < 0 || one == other { merge(first, second, force: true) }
  }

  /// How often the work uses the forms of the set of `form`.
  mutating func count(of form: Int) -> Int { counts[root(of: form)] }

  /// Whether the sets of two forms contradict each other.
  mutating func agree(_ first: Int, _ second: Int) -> Bool {
    let one = root(of: first)
    let other = root(of: second)
    return areOne(one, other)
  }

  /// Whether nothing says that two sets are two people: neither their marks, nor sentences that
  /// have both.
  private func areOne(_ one: Int, _ other: Int) -> Bool {
    guard one != other else { return true }
    guard marks[one].agrees(with: marks[other]) else { return false }
    let together = neighbours.count(members[one], members[other])
    guard together >= Self.fewestTogether else { return true }
    return together * Self.shareTogether < min(counts[one], counts[other])
  }
}
