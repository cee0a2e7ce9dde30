/// Whom the narration of a paragraph turns to: "he said, with a look at Ada", "to the captain".
struct FacedPeople: Sendable {
  /// The members whom it names so.
  var members: [Int] = []
  /// The nouns and titles, as words, by which it names them.
  var nouns: [Int32] = []
  /// Whether it turns to "him", to "her", to "me".
  var isHim = false
  var isHer = false
  var isMe = false

  /// Whether it turns to nobody.
  var isEmpty: Bool { members.isEmpty && nouns.isEmpty && !isHim && !isHer && !isMe }

  /// Adds what another paragraph has.
  mutating func formUnion(_ other: Self) {
    for member in other.members where !members.contains(member) { members.append(member) }
    for noun in other.nouns where !nouns.contains(noun) { nouns.append(noun) }
    isHim = isHim || other.isHim
    isHer = isHer || other.isHer
    isMe = isMe || other.isMe
  }
}
