import FicDialogue
import FicFormats
import FicParsing

/// Prints what was weighed in one turn of a text, the candidates by their own cues.
enum TurnPrint {
  /// Prints the turn with a quotation around `offset`, Unicode scalars of the text.
  static func print(path: String, offset: Int, weights: CueWeights) throws {
    let document = try DocumentReaders().document(from: ChapterFile.load(from: path, as: path))
    let names = CueWeights.names
    for turn in WorkParser().trace([document], weights: weights).joined()
    where turn.quotations.contains(where: { $0.contains(offset) }) {
      let transitions = [turn.same, turn.back].map { $0.map { names[$0] } ?? "-" }
      Swift.print("quotations \(turn.quotations), transitions \(transitions)")
      let sums = turn.candidates.indices.map { candidate in
        turn.entries.filter { $0.candidate == candidate }
          .reduce(0) { $0 + weights.values[$1.cue] * $1.value }
      }
      for candidate in turn.candidates.indices.sorted(by: { sums[$0] > sums[$1] }).prefix(6) {
        let cues = turn.entries.filter { $0.candidate == candidate }
          .map { "\(names[$0.cue]) \(round(weights.values[$0.cue] * $0.value))" }
        Swift.print(
          "  \(turn.candidates[candidate]) \(round(sums[candidate])):",
          cues.joined(separator: ", ")
        )
      }
    }
  }

  private static func round(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
