import FicModel

/// What the joint pass asks of a member.
struct Traits: Sendable {
  var gender: Gender?
  /// How much speaks for "he", and how much for "she".
  var votes = SIMD2<Float>()
  /// Whether the member may speak at all.
  var isPerson: Bool
  var isNarrator = false
  var isDescription = false
  var isGroup = false
  /// Whether it is two people with names: "Tom and Ada".
  var isPair = false
  /// Whether the noun of the description fits anybody.
  var isGeneric = false
  /// Whether an adjective or a phrase tells it from others of the noun.
  var isQualified = false
  /// Whether its first mention brings in somebody new: "a boy", "somebody", "a voice".
  var isIndefinite = false
  /// Whether its noun stands for a person by what is heard or seen of it: "a voice".
  var isVoice = false
  /// Whether the name is mostly a place's.
  var isPlace = false
  /// The noun of a description, or -1.
  var noun: Int32 = -1
  /// In how many turns a tag names the member.
  var tagCount = 0
  /// How often the work names the member, and which part of that is in quotations.
  var mentions = 0
  var quotedShare: Float = 0

  /// How much more speaks for "he" than for "she": -1 to 1.
  var lean: Float { (votes[0] - votes[1]) / (votes[0] + votes[1] + 1) }
}
