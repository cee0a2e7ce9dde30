/// How the people of a work talk: which words each uses more than the others,
/// as a first joint pass has them.
///
/// A naive Bayes model with Dirichlet smoothing (Zhai and Lafferty 2004,
/// doi:10.1145/984321.984322).
struct SpeechStyle: Sendable {
  /// Who has said fewer words has no style yet.
  private static let fewest = 60
  /// How much of everybody's talk weighs as much as one's own, in words.
  private static let smoothing = 300.0
  /// What was said less often tells nothing.
  private static let leastCommon: Int32 = 2
  /// What a clear likeness sums up to.
  private static let scale: Float = 3

  /// Lines below this probability teach nothing.
  private static let surely = 0.85
  /// Beyond so many people the table would grow without use.
  private static let mostSpeakers = 16

  /// Eight speakers.
  private typealias Lane = SIMD8<Float>

  /// The member of each row.
  private var speakers: [Int] = []
  /// The number of lanes that hold a row for each speaker.
  private var width = 0
  /// The column of each word, or -1.
  private var columns: [Int32]
  /// Logarithms of odds: a column a word, and in it a row a speaker.
  private var table: [Lane] = []
  /// How often each speaker said each word, in the same order.
  private var counts: [Int32] = []
  private var totals: [Int] = []
  /// How often anybody said the word of each column.
  private var background: [Int32] = []
  private var all = 0

  /// Learns from the readings of a work's chapters.
  ///
  /// Complexity: linear in the tokens; the table holds a row for each of at most 16 speakers.
  init(
    _ readings: [SpeakerReader.Reading],
    chapters: [TokenizedChapter],
    members: Int,
    words: Int
  ) {
    columns = [Int32](repeating: -1, count: words)
    var said = [Int32](repeating: 0, count: words)
    var spoken = [Int](repeating: 0, count: members)
    for (reading, chapter) in zip(readings, chapters) {
      for (index, decision) in reading.decisions.enumerated() {
        guard let member = Self.teacher(decision) else { continue }
        forEachWord(of: reading.turns[index].parts, in: chapter) { word in
          spoken[member] += 1
          said[word] += 1
        }
      }
    }
    all = spoken.reduce(0, +)
    speakers = Array(
      spoken.indices.filter { spoken[$0] >= Self.fewest }
        .sorted { (spoken[$0], $1) > (spoken[$1], $0) }
        .prefix(Self.mostSpeakers)
    )
    guard speakers.count > 1 else {
      speakers = []
      return
    }
    totals = speakers.map { spoken[$0] }
    for word in said.indices where said[word] >= Self.leastCommon {
      columns[word] = Int32(background.count)
      background.append(said[word])
    }
    count(readings, chapters, members: members)
    fillTable()
  }

  private mutating func count(
    _ readings: [SpeakerReader.Reading],
    _ chapters: [TokenizedChapter],
    members: Int
  ) {
    var rows = [Int](repeating: -1, count: members)
    for (row, member) in speakers.enumerated() { rows[member] = row }
    let height = speakers.count
    var counts = [Int32](repeating: 0, count: background.count * height)
    for (reading, chapter) in zip(readings, chapters) {
      for (index, decision) in reading.decisions.enumerated() {
        guard let member = Self.teacher(decision), rows[member] >= 0 else { continue }
        let row = rows[member]
        forEachWord(of: reading.turns[index].parts, in: chapter) { word in
          let column = Int(columns[word])
          if column >= 0 { counts[column * height + row] += 1 }
        }
      }
    }
    self.counts = counts
  }

  private mutating func fillTable() {
    let height = speakers.count
    width = (height + Lane.scalarCount - 1) / Lane.scalarCount
    // Most people never say most words, and for those all words are alike.
    let unsaid = totals.map { total in
      Float(Logarithm.of(Self.smoothing / (Double(total) + Self.smoothing)))
    }
    table = [Lane](repeating: Lane(), count: background.count * width)
    for column in background.indices {
      for row in 0..<height {
        table[column * width + row / Lane.scalarCount][row % Lane.scalarCount] =
          counts[column * height + row] == 0 ? unsaid[row] : odds(row, column, without: 0)
      }
    }
  }

  private static func teacher(_ decision: JointPass.Decision) -> Int? {
    decision.probability >= surely ? decision.member : nil
  }

  /// How much likelier a word is from one speaker than from anybody.
  private func odds(_ row: Int, _ column: Int, without own: Int32) -> Float {
    let count = Double(counts[column * speakers.count + row] - own)
    let share = Double(background[column]) / Double(max(1, all))
    guard share > 0 else { return 0 }
    let likely = (count + Self.smoothing * share) / (Double(totals[row]) + Self.smoothing)
    return Float(Logarithm.rough(likely / share))
  }

  /// Tells how much the words of a turn sound like each member whose way to talk is known: about
  /// -1, not at all, to 1.
  ///
  /// What the turn itself taught is left out.
  func likenesses(
    of turn: Turn,
    in chapter: TokenizedChapter,
    taughtBy decision: JointPass.Decision,
    _ body: (_ member: Int, _ likeness: Float) -> Void
  ) {
    guard !speakers.isEmpty else { return }
    let taught = Self.teacher(decision).flatMap { speakers.firstIndex(of: $0) }
    var sums = [Lane](repeating: Lane(), count: width)
    var taughtSum: Float = 0
    forEachWord(of: turn.parts, in: chapter) { word in
      let column = Int(columns[word])
      guard column >= 0 else { return }
      for lane in 0..<width { sums[lane] += table[column * width + lane] }
      if let taught { taughtSum += odds(taught, column, without: 1) }
    }
    for (row, member) in speakers.enumerated() {
      let sum =
        row == taught ? taughtSum : sums[row / Lane.scalarCount][row % Lane.scalarCount]
      body(member, max(-2, min(2, sum / Self.scale)))
    }
  }

  private func forEachWord(
    of parts: [Turn.Part],
    in chapter: TokenizedChapter,
    _ body: (Int) -> Void
  ) {
    for part in parts {
      for index in chapter.paragraphs[part.paragraph].quotations[part.quotation]
      where chapter.tokens[index].name < 0 {
        body(Int(chapter.tokens[index].word))
      }
    }
  }
}
