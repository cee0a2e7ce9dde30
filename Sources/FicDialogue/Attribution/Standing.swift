/// Where a turn's lists have one of its candidates: each is gone through once for all candidates.
struct Standing: Sendable {
  /// What holds of the candidate or does not.
  struct Signs: OptionSet, Sendable {
    let rawValue: UInt32

    /// The turn, or one before or after, speaks to it by name, or names it.
    static let vocativeOwn = Signs(rawValue: 1 << 0)
    static let namedOwn = Signs(rawValue: 1 << 1)
    static let vocativeBefore = Signs(rawValue: 1 << 2)
    static let namedBefore = Signs(rawValue: 1 << 3)
    static let vocativeAfter = Signs(rawValue: 1 << 4)
    static let vocativeTwoBefore = Signs(rawValue: 1 << 5)
    static let vocativeTwoAfter = Signs(rawValue: 1 << 6)
    /// The narration of the turn before names it, not as its speaker.
    static let narratedBefore = Signs(rawValue: 1 << 7)
    /// The narration of the turn's own paragraphs names it before the quotation, there as the last,
    /// between its parts, after it, there as the first.
    static let ownBefore = Signs(rawValue: 1 << 8)
    static let ownNearest = Signs(rawValue: 1 << 9)
    static let ownBetween = Signs(rawValue: 1 << 10)
    static let ownAfter = Signs(rawValue: 1 << 11)
    static let ownNext = Signs(rawValue: 1 << 12)
    /// The paragraph of narration after the turn names it, first or at all.
    static let nextFirst = Signs(rawValue: 1 << 13)
    static let nextAny = Signs(rawValue: 1 << 14)
  }

  /// Its place among those whom the narration named last, or -1.
  var recent = -1
  /// Its place among those of them whom the tag fits, or -1.
  var fitting = -1
  /// Its place among those of them whom the beat fits, or -1.
  var beatFitting = -1
  /// Its place among the last subjects of sentences, and among those whom the tag fits, or -1.
  var subject = -1
  var subjectFitting = -1
  /// Its place among those whom the narration of the turn's paragraphs names, or -1.
  var own = -1
  /// Its place among those whom quotations named last, or -1.
  var quoted = -1
  /// What the first pass gives it of the turns near, by `SharePlace`.
  var shares = SIMD16<Float>()
  /// The sum of those, the nearer weighing more, and its place by that.
  var window: Float = 0
  var windowPlace = -1
  /// How many turns ago it most likely spoke last, and speaks next; 0 for not near.
  var lastTurn = 0
  var nextTurn = 0
  /// How likely it follows who speaks before in this work, and who speaks after.
  var answersBefore = 0.0
  var answersAfter = 0.0
  /// How much the turn is like what it says, by `SpeechEvents`, and where that is known.
  private var likenesses = SIMD4<Float>()
  private var known: UInt8 = 0
  /// How much the turn's marks are its.
  var voice: Float = 0
  /// How many rare words the turn shares with turns near that are its.
  var topic: Float = 0
  var signs: Signs = []

  /// How much the turn is like what it says; nil where nobody knows yet how it talks.
  func likeness(by events: SpeechEvents) -> Float? {
    known & 1 << UInt8(events.rawValue) == 0 ? nil : likenesses[events.rawValue]
  }

  /// Sets how much the turn is like what it says.
  mutating func set(_ likeness: Float, by events: SpeechEvents) {
    known |= 1 << UInt8(events.rawValue)
    likenesses[events.rawValue] = likeness
  }
}
