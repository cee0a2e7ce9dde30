import FicModel

/// What the user says of the speakers of a work, with the members whom the names mean.
struct ToldSpeakers: Sendable {
  /// What is said of a turn.
  struct Turn: Sendable {
    /// The member who speaks; nil where the reader decides.
    var speaker: Int?
    /// The members who are spoken to; empty where the reader decides.
    var addressees: [Int]
  }

  /// A chapter each, what is said of the quotation that begins at a byte.
  private let verdicts: [[Int: Correction.Verdict]]

  /// The member of each name.
  private var members: [String: Int] = [:]

  /// The names that nobody has whom the work names, in order.
  private var unknown: [String] = []

  /// Creates a list; `member` finds whom a name means.
  init(_ verdicts: [[Int: Correction.Verdict]] = [], member: (String) -> Int? = { _ in nil }) {
    self.verdicts = verdicts
    var names: Set<String> = []
    for verdict in verdicts.flatMap(\.values) {
      guard case .said(let speaker, let addressees) = verdict else { continue }
      names.formUnion(addressees + [speaker].compactMap(\.self))
    }
    for name in names.sorted() {
      members[AliasName.key(name)] = member(name)
      let isNew = !unknown.contains { AliasName.key($0) == AliasName.key(name) }
      if members[AliasName.key(name)] == nil, isNew { unknown.append(name) }
    }
  }

  /// Finds the names that are left among people whom the work describes, and numbers the rest.
  ///
  /// - Parameters:
  ///   - described: The described members, by the words that describe them.
  ///   - count: How many members there are.
  /// - Returns: The names of further members, who are numbered from `count` on.
  mutating func complete(_ described: [(name: String, member: Int)], count: Int) -> [String] {
    var added: [String] = []
    for name in unknown {
      let key = AliasName.key(name)
      if let known = described.first(where: { AliasName.key($0.name) == key }) {
        members[key] = known.member
      } else {
        members[key] = count + added.count
        added.append(name)
      }
    }
    unknown = []
    return added
  }

  /// What is said of a turn whose quotations begin at some bytes of a chapter; nil for nothing.
  ///
  /// - Parameters:
  ///   - starts: Where its quotations begin.
  ///   - chapter: The chapter.
  ///   - narrator: Who is "I" in its scene.
  /// - Returns: The members.
  func turn(at starts: [Int], in chapter: Int, narrator: Int?) -> Turn? {
    guard verdicts.indices.contains(chapter), !verdicts[chapter].isEmpty,
      case .said(let speaker, let addressees)? = starts.lazy.compactMap({ verdicts[chapter][$0] })
        .first
    else { return nil }
    func member(_ name: String) -> Int? {
      if AliasName.key(name) == "i", let narrator { return narrator }
      return members[AliasName.key(name)]
    }
    return Turn(
      speaker: speaker.flatMap(member),
      addressees: addressees.compactMap(member)
    )
  }
}
