package import FicModel

/// Tells which works are copies of others, from pairs of works of which one's text is in the
/// other's.
///
/// A work is folded into one only that holds its own text, never into one that merely holds that of
/// a third.
package struct CopyGrouping {
  /// A work to group.
  package struct Node: Hashable, Sendable {
    /// The work.
    package var id: WorkID

    /// How good its text is.
    package var quality: SourceQuality
  }

  /// A work whose text is in another's.
  package struct Pair: Hashable, Sendable {
    /// The one.
    package var copy: WorkID

    /// The other, which holds it.
    package var holder: WorkID

    /// Creates a pair.
    package init(copy: WorkID, holder: WorkID) {
      self.copy = copy
      self.holder = holder
    }
  }

  /// How much of a work's text must be in another's: light edits break a run of five words in ten.
  package static let leastShare = 0.6

  /// No work is compared with more than these, those that share most.
  package static let mostCandidates = 256

  /// Groups of more works keep the longest as the one that is shown.
  private static let largestGroup = 64

  /// The pairs that a work makes with others.
  package static func pairs(
    of work: WorkID,
    _ sketch: TextSketch,
    with others: [(id: WorkID, sketch: TextSketch)]
  ) -> Set<Pair> {
    var pairs: Set<Pair> = []
    for other in others where other.id != work {
      if sketch.share(in: other.sketch) ?? 0 >= leastShare {
        pairs.insert(Pair(copy: work, holder: other.id))
      }
      if other.sketch.share(in: sketch) ?? 0 >= leastShare {
        pairs.insert(Pair(copy: other.id, holder: work))
      }
    }
    return pairs
  }

  /// For each copy, the work that is shown in its place.
  ///
  /// The longest text is shown, or among those that hold all others of a group the best. The order
  /// of the arguments does not matter.
  package static func copies(_ nodes: [Node], _ pairs: Set<Pair>) -> [WorkID: WorkID] {
    let longestFirst = nodes.sorted { left, right in
      (right.quality.words, left.id) < (left.quality.words, right.id)
    }
    var groups: [[Node]] = []
    for node in longestFirst {
      let place = groups.firstIndex { pairs.contains(Pair(copy: node.id, holder: $0[0].id)) }
      if let place { groups[place].append(node) } else { groups.append([node]) }
    }
    var copies: [WorkID: WorkID] = [:]
    for group in groups where group.count > 1 {
      let shown = best(of: group, pairs)
      for node in group where node.id != shown { copies[node.id] = shown }
    }
    return copies
  }

  private static func best(of group: [Node], _ pairs: Set<Pair>) -> WorkID {
    guard group.count <= largestGroup else { return group[0].id }
    let holders = group.filter { holder in
      group.allSatisfy {
        $0.id == holder.id || pairs.contains(Pair(copy: $0.id, holder: holder.id))
      }
    }
    let best = holders.max { left, right in
      (left.quality, right.id) < (right.quality, left.id)
    }
    return best?.id ?? group[0].id
  }
}
