extension BM25 {
  /// The leaves whose frequencies over the whole index the ranking needs: those over the text, equal
  /// ones once; as indexes.
  package static func weighedLeaves(_ leaves: [TermClause]) -> [Int] {
    let places = MatchCounter(leaves).firstPlaces
    return leaves.indices.filter { places[$0] == $0 }
  }

  /// The ranking by the leaves over the text; `frequencies` are those of `weighedLeaves`.
  package init(leaves: [TermClause], frequencies: [Int], units: Int, words: Int) {
    var weighed = [Int?](repeating: nil, count: leaves.count)
    for (place, frequency) in zip(Self.weighedLeaves(leaves), frequencies) {
      weighed[place] = frequency
    }
    self.init(units: units, words: words, frequencies: weighed)
  }
}
