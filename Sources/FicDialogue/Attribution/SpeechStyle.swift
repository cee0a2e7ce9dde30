/// How the people of a work talk: which words or marks each uses more than the others, as a first
/// joint pass has them.
///
/// A naive Bayes model with Dirichlet smoothing (Zhai and Lafferty 2004,
/// doi:10.1145/984321.984322).
struct SpeechStyle: Sendable {
  /// What was said less often tells nothing.
  private static let leastCommon: Float = 1.5
  /// What a clear likeness sums up to.
  private static let scale: Float = 3

  /// Lines below this probability teach nothing.
  private static let surely = 0.6
  /// Of an event that somebody brought so often, one more or less tells nothing.
  private static let often: Float = 16

  /// A number for each speaker: more people than these the table would grow for without use.
  private typealias Row = SIMD16<Float>

  /// The member of each row.
  private var speakers: [Int] = []
  /// The column of each word, or -1.
  private var columns: [Int32]
  /// Logarithms of odds: an entry a word, and in it one a speaker.
  private var table: [Row] = []
  /// How often each speaker said each word, in the same order.
  private var counts: [Float] = []
  private var totals: [Float] = []
  /// How often anybody said the word of each column.
  private var background: [Float] = []
  private var all: Float = 0
  private let events: SpeechEvents
  /// The marks of each word, if they are what is counted.
  private let marks: [UInt64]

  /// Learns from the readings of a work's chapters.
  ///
  /// Complexity: linear in the tokens; the table holds a row for each of at most 16 speakers.
  init(
    _ readings: [SpeakerReader.Reading],
    chapters: [TokenizedChapter],
    members: Int,
    vocabulary: Vocabulary,
    forms: Int,
    events: SpeechEvents
  ) {
    self.events = events
    marks = events == .marks ? SpeechMark.marks(of: vocabulary) : []
    let size = events.count(words: vocabulary.count, forms: forms)
    columns = [Int32](repeating: -1, count: size)
    var said = [Float](repeating: 0, count: size)
    var spoken = [Float](repeating: 0, count: members)
    for (reading, chapter) in zip(readings, chapters) {
      for (index, decision) in reading.decisions.enumerated() {
        guard let member = Self.teacher(decision) else { continue }
        var count = 0
        events.forEach(at: index, in: reading.turns, of: chapter, marks: marks) { word in
          count += 1
          said[word] += member.weight
        }
        spoken[member.number] += Float(count) * member.weight
      }
    }
    all = spoken.reduce(0, +)
    speakers = Array(
      spoken.indices.filter { spoken[$0] >= events.fewest }
        .sorted { (spoken[$0], $1) > (spoken[$1], $0) }
        .prefix(Row.scalarCount)
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
    var counts = [Float](repeating: 0, count: background.count * height)
    for (reading, chapter) in zip(readings, chapters) {
      for (index, decision) in reading.decisions.enumerated() {
        guard let member = Self.teacher(decision), rows[member.number] >= 0 else { continue }
        let row = rows[member.number]
        events.forEach(at: index, in: reading.turns, of: chapter, marks: marks) { word in
          let column = Int(columns[word])
          if column >= 0 { counts[column * height + row] += member.weight }
        }
      }
    }
    self.counts = counts
  }

  private mutating func fillTable() {
    let height = speakers.count
    // Most people never say most words, and for those all words are alike.
    var unsaid = Row()
    for (row, total) in totals.enumerated() {
      unsaid[row] = Float(Logarithm.of(events.smoothing / (Double(total) + events.smoothing)))
    }
    table.reserveCapacity(background.count)
    for column in background.indices {
      var entry = unsaid
      for row in 0..<height where counts[column * height + row] != 0 {
        entry[row] = odds(row, column, without: 0)
      }
      table.append(entry)
    }
  }

  /// Who teaches by a turn, and how much it weighs.
  private static func teacher(_ decision: JointPass.Decision) -> (number: Int, weight: Float)? {
    guard decision.probability >= surely, let member = decision.member else { return nil }
    return (member, Float(decision.probability))
  }

  /// How much likelier a word is from one speaker than from anybody.
  private func odds(_ row: Int, _ column: Int, without own: Float) -> Float {
    let count = Double(max(0, counts[column * speakers.count + row] - own))
    let share = Double(background[column]) / Double(max(1, all))
    guard share > 0 else { return 0 }
    let likely = (count + events.smoothing * share) / (Double(totals[row]) + events.smoothing)
    return Float(Logarithm.rough(likely / share))
  }

  /// Tells how much the words of a turn sound like each member whose way to talk is known: about
  /// -1, not at all, to 1.
  ///
  /// What the turn itself taught is left out.
  func likenesses(
    of index: Int,
    in turns: [Turn],
    of chapter: TokenizedChapter,
    taughtBy decision: JointPass.Decision,
    _ body: (_ member: Int, _ likeness: Float) -> Void
  ) {
    guard !speakers.isEmpty else { return }
    let teacher = Self.teacher(decision)
    let taught = teacher.flatMap { speakers.firstIndex(of: $0.number) }
    var sums = Row()
    var taughtSum: Float = 0
    events.forEach(at: index, in: turns, of: chapter, marks: marks) { word in
      let column = Int(columns[word])
      guard column >= 0 else { return }
      sums += table[column]
      guard let taught, let teacher else { return }
      taughtSum +=
        counts[column * speakers.count + taught] < Self.often
        ? odds(taught, column, without: teacher.weight) : table[column][taught]
    }
    for (row, member) in speakers.enumerated() {
      let sum = row == taught ? taughtSum : sums[row]
      body(member, max(-2, min(2, sum / Self.scale)))
    }
  }
}
