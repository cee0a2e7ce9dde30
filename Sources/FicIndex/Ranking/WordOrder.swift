/// The signal of words that stand in the line as in the query: one behind the other, and near.
package enum WordOrder {
  /// How much two words count that stand side by side, as much as a word that a seventh of the
  /// lines hold.
  ///
  /// The same for all: the commonest words tell a line by their order alone.
  package static let weight = 2.0

  /// How soon the distance between two words takes that away: at so many words between them half is
  /// left.
  package static let reach = 8.0

  /// How much the wrong order leaves.
  package static let reversed = 0.3

  /// Its part of a line's score.
  ///
  /// Complexity: linear in the positions.
  static func score(_ line: LineFeatures) -> Double {
    let present = line.leaves.filter { !$0.positions.isEmpty }
    return zip(present, present.dropFirst()).reduce(0) { sum, pair in
      sum + weight * closeness(pair.0, pair.1)
    }
  }

  /// How close a leaf stands behind another: 1 for side by side, 0 for nowhere near.
  private static func closeness(_ first: LineFeatures.Leaf, _ second: LineFeatures.Leaf) -> Double {
    var best = 0.0
    var place = 0
    for start in second.positions {
      while place + 1 < first.positions.count, first.positions[place + 1] < start { place += 1 }
      let before = first.positions[place]
      if before < start {
        best = max(best, decay(start - before - first.length))
        if place + 1 < first.positions.count, first.positions[place + 1] > start {
          best = max(best, reversed * decay(first.positions[place + 1] - start - second.length))
        }
      } else {
        best = max(best, reversed * decay(before - start - second.length))
      }
    }
    return best
  }

  private static func decay(_ between: Int) -> Double { reach / (reach + Double(max(0, between))) }
}
