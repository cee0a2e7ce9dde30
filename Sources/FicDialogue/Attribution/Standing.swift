/// Where a turn's lists have one of its candidates: each is gone through once for all candidates.
struct Standing: Sendable {
  /// What holds of the candidate or does not.
  struct Signs: OptionSet, Sendable {
    let rawValue: UInt32

    /// The turn, or the one before or after, speaks to it by name, or names it.
    static let vocativeOwn = Signs(rawValue: 1 << 0)
    static let namedOwn = Signs(rawValue: 1 << 1)
    static let vocativeBefore = Signs(rawValue: 1 << 2)
    static let namedBefore = Signs(rawValue: 1 << 3)
    static let vocativeAfter = Signs(rawValue: 1 << 4)
    /// The narration of the turn before names it, not as its speaker.
    static let narratedBefore = Signs(rawValue: 1 << 5)
    /// It is among the last whom quotations name.
    static let quoted = Signs(rawValue: 1 << 6)
  }

  /// Its place among those whom the narration named last, or -1.
  var recent = -1
  /// Its place among those of them whom the tag fits, or -1.
  var fitting = -1
  /// Its place among those of them whom the beat fits, or -1.
  var beatFitting = -1
  /// Its place among the last subjects of sentences, of those whom the tag fits if there is one; or
  /// -1.
  var subject = -1
  /// Its place among those whom the narration of the turn's paragraphs names, or -1.
  var own = -1
  /// How much the first reading gives it of the turns after and before.
  var speaksAfter = 0.0
  var speaksBefore = 0.0
  /// How much the turn sounds like it; nil where nobody knows yet how it talks.
  var sound: Double?
  var signs: Signs = []
}
