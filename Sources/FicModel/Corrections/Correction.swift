/// What the user says of a line: who says it and to whom, that it is no speech, or that a scene
/// begins with it.
///
/// It is known again by its words and those before them, so that it outlasts a new reading and an
/// edit elsewhere.
package struct Correction: Hashable, Sendable {
  /// What is so.
  package enum Verdict: Hashable, Sendable {
    /// Somebody says it; `speaker` is nil, and `addressees` are empty, where the reader decides.
    case said(speaker: String?, addressees: [String])
    /// What stands in quotation marks is no speech.
    case notSpeech
    /// A scene begins here.
    case sceneBreak
  }

  /// The most words that are kept of a line; a longer one is known by its first ones.
  package static let mostWords = 24

  /// How many of the words before it are kept.
  package static let wordsBefore = 8

  /// The work, by its title or its id.
  package var work: String

  /// The words of the line, as printed: of what is said in it, or its first ones where a scene
  /// begins.
  package var words: String

  /// The words before, as printed; they tell lines with the same words apart.
  package var before: String

  /// What is so.
  package var verdict: Verdict

  /// Creates a correction.
  package init(work: String, words: String, before: String, verdict: Verdict) {
    self.work = work
    self.words = words
    self.before = before
    self.verdict = verdict
  }

  /// Whether another correction is of the same line, and of the same side of it: a scene may begin
  /// with a line that somebody says.
  package func concernsSame(as other: Correction) -> Bool {
    (verdict == .sceneBreak) == (other.verdict == .sceneBreak)
      && AliasName.key(work) == AliasName.key(other.work)
      && PrintedWords(words) == PrintedWords(other.words)
      && PrintedWords(before) == PrintedWords(other.before)
  }

  /// Whether the correction is of a work.
  package func isOf(_ id: WorkID, titled title: String) -> Bool {
    WorkID(work) == id || AliasName.key(work) == AliasName.key(title)
  }
}
