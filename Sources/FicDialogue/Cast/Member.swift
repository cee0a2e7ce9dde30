import FicModel

/// A person with a name, while the cast is being put together.
struct Member: Sendable {
  /// The forms of the name, in the order in which the work brings them.
  var forms: [Int] = []
  /// The name to show.
  var name = ""
  /// By titles and given names, before pronouns are counted.
  var gender: Gender?
  /// Whether a title tells the gender, so that no count of pronouns overrules it.
  var genderIsSure = false
  /// How many sentences say "he" of the member, and how many "she"; a name that tells counts too.
  var votes = SIMD2<Float>()
  /// The seed that tells of the member: an index into the seeds.
  var seed: Int?
  /// How often the work names the member.
  var count = 0
  /// How much speaks for a person and not a place or a thing.
  var personhood = 0.0
  /// Whether the work mostly says where and not who: "in Meryton".
  var isPlace = false
  /// Whether the member is the first-person narrator.
  var isNarrator = false
  /// What such a narrator is in the narration, "I" or "you", where others call it by a name.
  var pronoun: String?
}
