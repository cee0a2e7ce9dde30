import FicModel

/// The people that a work describes and does not name: "the guard", "his mother", "Tom and Ada".
///
/// They are members of the cast too, numbered after those with names.
struct Descriptions: Sendable {
  /// What tells one description from another.
  struct Key: Hashable, Sendable {
    /// The noun, or -1 where two members are joined.
    var noun: Int32
    /// The member before the genitive 's, or the first of two, or -1.
    var owner: Int
    /// What tells bearers of a common noun apart: "old" of "the old man", or -1.
    var qualifier: Int32 = -1
    /// The second of two members, or -1.
    var second: Int = -1
  }

  /// A described person.
  struct Entry: Sendable {
    var key: Key
    var gender: Gender?
    var isGroup: Bool
    /// Whether the noun fits anybody.
    var isGeneric = false
    /// Whether the first mention brings somebody new: "a boy", "somebody".
    var isIndefinite = false
    /// How often a tag has it as its subject.
    var tagCount = 0
    /// Where it first stands.
    var chapter: Int
    var start: Int
    var end: Int
  }

  /// The number of members with names; descriptions count on from it.
  let base: Int
  private(set) var entries: [Entry] = []
  private var numbers: [Key: Int] = [:]

  /// Creates the list beside `base` members with names.
  init(base: Int) {
    self.base = base
  }

  subscript(member: Int) -> Entry {
    get { entries[member - base] }
    set { entries[member - base] = newValue }
  }

  /// Whether a member is one of these.
  func contains(_ member: Int) -> Bool { member >= base && member < base + entries.count }

  /// The member that a description means, if the work has it.
  func member(for key: Key) -> Int? { numbers[key] }

  /// The member that a description means, made where it is new.
  mutating func intern(_ entry: Entry) -> Int {
    if let number = numbers[entry.key] { return number }
    let number = base + entries.count
    numbers[entry.key] = number
    entries.append(entry)
    return number
  }
}
