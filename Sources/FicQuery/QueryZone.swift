/// A value of `in:`: the part of the text that is searched.
package enum QueryZone: String, CaseIterable, Hashable, Sendable {
  /// What is told, dialogue and narration.
  case story
  /// What is said, written or sent in quotation marks.
  case dialogue
  /// The story outside quotations and thoughts.
  case narration
  /// What somebody thinks in words.
  case thought
  /// What the author says beside the story: notes, replies to reviews, disclaimers, closing lines.
  case notes
  /// Summaries and recaps.
  case summary
  /// Everything, headings included.
  case all
}
