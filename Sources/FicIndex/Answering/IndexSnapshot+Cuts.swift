extension IndexSnapshot {
  /// What regular expressions were not tried on: a sentence each.
  var expressionCutSentences: [String] {
    let cuts = expressionCuts
    return ExpressionCut.allCases.filter(cuts.contains).map(\.sentence)
  }
}
