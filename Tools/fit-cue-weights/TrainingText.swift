import FicDialogue
import FicFormats
import FicParsing
import Foundation

/// A labelled text with the candidates of every turn, ready to be fitted to.
struct TrainingText: Sendable {
  /// A turn with its candidates.
  struct Turn: Sendable {
    var count: Int
    var entries: Range<Int>
    var same: Int
    var back: Int
    /// For each candidate its place among those of the turns one and two before, or -1.
    var inBefore: [Int]
    var inBeforeLast: [Int]
    /// Which candidates are the gold speaker; all false where no label says.
    var isRight: [Bool]
    /// The kinds of the gold quotations in it.
    var quotes: [Int]
  }

  /// The kinds of quotations that are told apart.
  static let kinds = ["explicit", "anaphoric", "implicit", "unknown"]

  var name: String
  var source: String
  /// Texts of one author go into one fold.
  var author: String
  /// How much the text counts.
  var weight: Double
  var candidates: [Int32] = []
  var cues: [Int32] = []
  var values: [Double] = []
  var runs: [[Turn]] = []
  /// All labelled quotations, by kind, found or not.
  var gold = [Int](repeating: 0, count: 4)
  /// Those of which a candidate is right.
  var reachable = 0

  /// Reads and parses a text.
  init(folder: String, name: String, author: String, weights: CueWeights) throws {
    let gold = try JSONDecoder().decode(
      GoldText.self,
      from: Data(contentsOf: URL(filePath: "\(folder)/\(name).json"))
    )
    self.name = name
    self.author = author
    source = gold.source ?? "chapters"
    weight = ["PDNC": 1.0, "LitBank": 2.5][source] ?? 12
    let path = "\(folder)/\(name).txt"
    let document = try DocumentReaders().document(from: ChapterFile.load(from: path, as: path))
    let turns = WorkParser().trace([document], weights: weights)
    let labels = Self.labels(of: turns, gold)
    for quote in gold.labelled { self.gold[Self.kind(of: quote)] += 1 }
    let cast = GoldCast(gold.characters)
    for (chapter, row) in turns.enumerated() {
      var run: [Turn] = []
      var before: [Int] = []
      var beforeLast: [Int] = []
      for (index, turn) in row.enumerated() {
        if turn.same == nil || turn.candidates.isEmpty {
          if !run.isEmpty { runs.append(run) }
          run = []
          before = []
          beforeLast = []
        }
        guard !turn.candidates.isEmpty else { continue }
        let quotes = labels[chapter][index]
        let right = Self.right(turn, quotes, cast)
        if right.contains(true) { reachable += quotes.count }
        let first = cues.count
        for entry in turn.entries {
          candidates.append(Int32(entry.candidate))
          cues.append(Int32(entry.cue))
          values.append(entry.value)
        }
        run.append(
          Turn(
            count: turn.candidates.count,
            entries: first..<cues.count,
            same: run.isEmpty ? -1 : turn.same ?? -1,
            back: run.isEmpty ? -1 : turn.back ?? -1,
            inBefore: turn.members.map { before.firstIndex(of: $0) ?? -1 },
            inBeforeLast: turn.members.map { beforeLast.firstIndex(of: $0) ?? -1 },
            isRight: right,
            quotes: quotes.map(Self.kind)
          )
        )
        beforeLast = before
        before = turn.members
      }
      if !run.isEmpty { runs.append(run) }
    }
  }

  private static func kind(of quote: GoldText.Quote) -> Int {
    quote.type.flatMap { kinds.firstIndex(of: $0) } ?? 3
  }

  /// The gold quotations in each turn: those that its quotations cover by half or more.
  private static func labels(
    of turns: [[TracedTurn]],
    _ gold: GoldText
  ) -> [[[GoldText.Quote]]] {
    var result = turns.map { $0.map { _ in [GoldText.Quote]() } }
    var spans: [(range: Range<Int>, chapter: Int, turn: Int)] = []
    for (chapter, row) in turns.enumerated() {
      for (index, turn) in row.enumerated() {
        for span in turn.quotations { spans.append((span, chapter, index)) }
      }
    }
    spans.sort { $0.range.lowerBound < $1.range.lowerBound }
    for quote in gold.labelled where quote.end > quote.start {
      let range = quote.start..<quote.end
      let near = spans.lazy.filter { $0.range.overlaps(range) }
      let best = near.max {
        $0.range.clamped(to: range).count < $1.range.clamped(to: range).count
      }
      guard let best, best.range.clamped(to: range).count * 2 >= range.count else { continue }
      result[best.chapter][best.turn].append(quote)
    }
    return result
  }

  private static func right(
    _ turn: TracedTurn,
    _ quotes: [GoldText.Quote],
    _ cast: GoldCast
  ) -> [Bool] {
    let speakers = Set(quotes.compactMap(\.speaker))
    guard speakers.count == 1, let speaker = speakers.first else {
      return turn.candidates.map { _ in false }
    }
    return turn.candidates.map { cast.character(named: $0) == speaker }
  }
}
