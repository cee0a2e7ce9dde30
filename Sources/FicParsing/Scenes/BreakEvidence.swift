import FicModel

/// What a work's own break lines look like, learnt from their repetition.
struct BreakEvidence: Sendable {
  /// A token parts scenes where it stands alone at least so often.
  ///
  /// Source: exporters' experience with
  /// `ooo`, `xxx` and initials; two are a coincidence.
  private static let leastRepetitions = 3

  /// Repetitions nearer than this, in bytes, are a refrain or a dialogue.
  private static let leastDistance = 250

  private var tokens: [String: (count: Int, last: Int)] = [:]
  private var ornamentedNames: Set<String> = []
  private var bareNames: Set<String> = []

  /// Learns from the story of all chapters.
  ///
  /// Complexity: linear in the number of bytes.
  init(_ drafts: [ChapterDraft], lines: [[BreakLine?]]) {
    var base = 0
    for (draft, lines) in zip(drafts, lines) {
      for (block, line) in zip(draft.blocks, lines) {
        switch line {
        case .token(let key): count(key, at: base + block.span.start)
        case .name(let name, let isOrnamented):
          if isOrnamented { ornamentedNames.insert(name) } else { bareNames.insert(name) }
        default: break
        }
      }
      base += draft.chapter.text.count + Self.leastDistance
    }
  }

  private mutating func count(_ key: String, at place: Int) {
    let entry = tokens[key] ?? (0, Int.min / 2)
    guard place - entry.last >= Self.leastDistance else {
      tokens[key] = (entry.count, place)
      return
    }
    tokens[key] = (entry.count + 1, place)
  }

  /// Whether a token is one of the work's breaks.
  func isBreak(token: String) -> Bool {
    (tokens[token]?.count ?? 0) >= Self.leastRepetitions
  }

  /// Whether names between ornaments are headed sections: two such names, or one after a break.
  func namesPointsOfView(isOrnamented: Bool, afterBreak: Bool) -> Bool {
    isOrnamented
      ? afterBreak || ornamentedNames.count > 1
      : afterBreak && bareNames.count > 1
  }
}
