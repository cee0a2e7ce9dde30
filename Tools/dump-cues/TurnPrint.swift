import FicDialogue

/// Prints what was weighed in one turn, the likeliest candidates first.
struct TurnPrint {
  /// Prints the turns with a quotation around `offset`, Unicode scalars of the first text.
  static func print(_ trace: WorkTrace, at offset: Int) {
    for turn in trace.turns where turn.document == 0 {
      guard turn.quotations.contains(where: { $0.contains(offset) }) else { continue }
      Swift.print("quotations \(turn.quotations)")
      print("first pass", turn.first, trace, Ranker.cueNames)
      print("second pass", turn.second, trace, Ranker.cueNames)
      print("spoken to", turn.addressee, trace, Ranker.addresseeCueNames)
    }
  }

  private static func print(
    _ title: String,
    _ pass: WorkTrace.Pass,
    _ trace: WorkTrace,
    _ names: [String]
  ) {
    Swift.print("\(title):\(pass.rows.isEmpty ? " nothing to weigh" : "")")
    for place in pass.rows.indices.sorted(by: { pass.scores[$0] > pass.scores[$1] }).prefix(5) {
      let cues = zip(names, pass.rows[place]).filter { $0.1 != 0 }
        .map { "\($0) \(round($1))" }
      Swift.print(
        "  \(trace.members[pass.members[place]].name) \(round(pass.scores[place])):",
        cues.joined(separator: ", ")
      )
    }
  }

  private static func round(_ value: Float) -> Float { (value * 100).rounded() / 100 }
}
