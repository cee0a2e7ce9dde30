import FicDialogue
import Foundation

/// What is written of a work: its people and turns as JSON, its cues as numbers.
struct Dump {
  /// The part that is written as JSON.
  private struct Summary: Encodable {
    struct Member: Encodable {
      var name: String
      var aliases: [String]
      var people: [String]
    }

    struct Turn: Encodable {
      var document: Int
      var quotations: [[Int]]
      /// Who may speak in each pass; the second's rows are missing where the first was sure.
      var first: [Int]
      var second: [Int]
      var addressee: [Int]
      var settled: Bool
      /// Whether a turn before it leads over.
      var linked: Bool
      var addresseeLinked: Bool
      var scores: [Float]
    }

    var files: [String]
    var cues: [String]
    var addresseeCues: [String]
    var transitions: [String]
    var addresseeTransitions: [String]
    var members: [Member]
    var turns: [Turn]
  }

  private let trace: WorkTrace
  private let files: [String]

  /// Creates a dump of a work that was read from `files`.
  init(_ trace: WorkTrace, files: [String]) {
    self.trace = trace
    self.files = files
  }

  /// Writes the files whose names begin with that of `path`.
  func write(to path: URL) throws {
    let summary = Summary(
      files: files,
      cues: Ranker.cueNames,
      addresseeCues: Ranker.addresseeCueNames,
      transitions: Ranker.transitionNames,
      addresseeTransitions: Ranker.addresseeTransitionNames,
      members: trace.members.map {
        Summary.Member(name: $0.name, aliases: $0.aliases, people: $0.people)
      },
      turns: trace.turns.map { turn in
        Summary.Turn(
          document: turn.document,
          quotations: turn.quotations.map { [$0.lowerBound, $0.upperBound] },
          first: turn.first.members,
          second: turn.second.members,
          addressee: turn.addressee.members,
          settled: turn.second.rows.isEmpty && !turn.second.members.isEmpty,
          linked: !turn.first.transition.isEmpty,
          addresseeLinked: !turn.addressee.transition.isEmpty,
          scores: turn.second.scores
        )
      }
    )
    try JSONEncoder().encode(summary).write(to: path.appendingPathExtension("json"))
    try write(trace.turns.flatMap(\.first.rows), to: path, "first")
    try write(trace.turns.flatMap(\.second.rows), to: path, "second")
    try write(trace.turns.flatMap(\.addressee.rows), to: path, "addressee")
    try write(trace.turns.map(\.first.transition), to: path, "first-transitions")
    try write(trace.turns.map(\.second.transition), to: path, "second-transitions")
    try write(trace.turns.map(\.addressee.transition), to: path, "addressee-transitions")
  }

  private func write(_ rows: [[Float]], to path: URL, _ ending: String) throws {
    var data = Data()
    for number in rows.joined() {
      unsafe withUnsafeBytes(of: number.bitPattern.littleEndian) {
        unsafe data.append(contentsOf: $0)
      }
    }
    try data.write(to: path.appendingPathExtension(ending))
  }
}
