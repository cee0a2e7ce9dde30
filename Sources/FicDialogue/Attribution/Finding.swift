/// What a rule found: its subject, and the words that it went by.
struct Finding: Sendable {
  var subject: Subject
  var rule: RuleName
  private let words: TokenRange

  /// Creates a finding.
  init(rule: RuleName, subject: Subject, evidence: Range<Int>) {
    self.rule = rule
    self.subject = subject
    words = TokenRange(evidence)
  }

  /// The tokens of the evidence.
  var evidence: Range<Int> { words.range }
}
