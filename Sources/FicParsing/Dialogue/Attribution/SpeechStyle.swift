/// How the people of a work talk: which words each uses more than the others, as a first joint pass has
/// them.
///
/// A naive Bayes model with Dirichlet smoothing (Zhai and Lafferty 2004, doi:10.1145/984321.984322).
struct SpeechStyle: Sendable {
  /// Lines below this probability teach nothing.
  private static let surely = 0.85
  /// Who has said fewer words has no style yet.
  private static let fewestWords = 120
  /// Beyond so many people the table would grow without use.
  private static let mostSpeakers = 32
  /// How many words of everybody's talk weigh as much as one's own.
  private static let smoothing = 300.0

  private let columns: Int
  /// The row of each member, or -1.
  private var rows: [Int]
  /// Logarithms of odds, a row a speaker, a column a word.
  private var table: [Float] = []
  private var counts: [Int32] = []
  private var totals: [Int] = []
  private var background: [Int32]
  private var all = 0

  /// Learns from the readings of a work's chapters.
  ///
  /// Complexity: linear in the tokens; the table holds a row for each of at most 32 speakers.
  init(
    _ readings: [SpeakerReader.Reading],
    chapters: [TokenizedChapter],
    members: Int,
    words: Int
  ) {
    columns = words
    rows = [Int](repeating: -1, count: members)
    background = [Int32](repeating: 0, count: words)
    var spoken = [Int](repeating: 0, count: members)
    for (reading, chapter) in zip(readings, chapters) {
      for (turn, decision) in zip(reading.turns, reading.decisions) {
        guard let member = Self.teacher(decision) else { continue }
        Self.forEachWord(of: turn, in: chapter) { word in
          spoken[member] += 1
          background[word] += 1
        }
      }
    }
    all = spoken.reduce(0, +)
    let speakers = spoken.indices.filter { spoken[$0] >= Self.fewestWords }
      .sorted { (spoken[$0], $1) > (spoken[$1], $0) }
      .prefix(Self.mostSpeakers)
    guard speakers.count > 1 else { return }
    for (row, member) in speakers.enumerated() { rows[member] = row }
    totals = speakers.map { spoken[$0] }
    counts = [Int32](repeating: 0, count: speakers.count * words)
    for (reading, chapter) in zip(readings, chapters) {
      for (turn, decision) in zip(reading.turns, reading.decisions) {
        guard let member = Self.teacher(decision), rows[member] >= 0 else { continue }
        let base = rows[member] * words
        Self.forEachWord(of: turn, in: chapter) { counts[base + $0] += 1 }
      }
    }
    table = [Float](repeating: 0, count: counts.count)
    for row in totals.indices {
      for word in 0..<words where background[word] > 1 {
        table[row * words + word] = odds(row, word, without: 0)
      }
    }
  }

  private static func teacher(_ decision: JointPass.Decision) -> Int? {
    decision.probability >= surely ? decision.member : nil
  }

  /// How much likelier a word is from one speaker than from anybody.
  private func odds(_ row: Int, _ word: Int, without own: Int32) -> Float {
    let count = Double(counts[row * columns + word] - own)
    let share = Double(background[word]) / Double(max(1, all))
    guard share > 0 else { return 0 }
    let likely = (count + Self.smoothing * share) / (Double(totals[row]) + Self.smoothing)
    return Float(Logarithm.of(likely / share))
  }

  /// Whether the member's way to talk is known.
  func knows(_ member: Int) -> Bool { !table.isEmpty && rows[member] >= 0 }

  /// How much the words of a turn sound like a member: about -1, not at all, to 1.
  ///
  /// What the turn itself taught is left out.
  func likeness(
    of turn: Turn,
    in chapter: TokenizedChapter,
    to member: Int,
    taughtBy decision: JointPass.Decision
  ) -> Double {
    guard knows(member) else { return 0 }
    let row = rows[member]
    let taught = Self.teacher(decision) == member
    var sum: Float = 0
    var count = 0
    Self.forEachWord(of: turn, in: chapter) { word in
      guard background[word] > 1 else { return }
      count += 1
      sum += taught ? odds(row, word, without: 1) : table[row * columns + word]
    }
    guard count > 0 else { return 0 }
    return Double(max(-6, min(6, sum))) / 3
  }

  private static func forEachWord(
    of turn: Turn,
    in chapter: TokenizedChapter,
    _ body: (Int) -> Void
  ) {
    for part in turn.parts {
      for index in chapter.paragraphs[part.paragraph].quotations[part.quotation] {
        let token = chapter.tokens[index]
        if token.name < 0 { body(Int(token.word)) }
      }
    }
  }
}
