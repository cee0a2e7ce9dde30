/// What a rule found: its subject, and the words that it went by.
struct Finding: Sendable {
  var rule: RuleName
  var subject: Subject
  /// The tokens of the evidence.
  var evidence: Range<Int>
}
