/// Who was named last, as a short list: the most recent first.
struct Salience: Sendable {
  /// Members beyond this many are forgotten.
  ///
  /// 94 % of speakers are among the last twelve that were named (PDNC, development part).
  static let limit = 14

  private(set) var members: [Int] = []

  /// Moves a member to the front.
  mutating func refresh(_ member: Int) {
    if let index = members.firstIndex(of: member) {
      if index == 0 { return }
      members.remove(at: index)
    } else if members.count == Self.limit {
      members.removeLast()
    }
    members.insert(member, at: 0)
  }
}
