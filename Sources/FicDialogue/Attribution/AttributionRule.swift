/// A way in which the narration beside a quotation tells who speaks.
protocol AttributionRule: Sendable {
  /// Reads the narration at `place`.
  static func finding(
    at place: Place,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Finding?
}

/// The rules in the order of precedence.
///
/// A speaker's label in a script goes before them all.
enum AttributionRules {
  /// Read in the narration after a quotation, for the quotation before it.
  static let following: [any AttributionRule.Type] = [
    InvertedTag.self, FollowingTag.self, SpeechNoun.self, CommaTag.self, FollowingBeat.self,
  ]

  /// Read in the narration before a quotation, for the quotation after it.
  static let leading: [any AttributionRule.Type] = [
    LeadingTag.self, SpeechNoun.self, LeadingColon.self, LeadingBeat.self,
  ]
}
