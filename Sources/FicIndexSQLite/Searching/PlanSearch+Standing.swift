import FicIndex
import FicModel
import GRDB

/// Tells of lines that come close what they lack.
extension PlanSearch {
  /// Whether each of some places, ascending, satisfies the plan, and the leaves of the clause that
  /// it lacks; nil for one that holds what must not be.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func standing(
    ofLines rows: [Int32]
  ) throws -> [(answers: Bool, lacking: LeafSet)?] {
    let stretches = context.directory.stretches
    let places: [Place]
    let candidates: Candidates
    if plan.reach == .line {
      candidates = .rows(rows)
      places = rows.map { Place(row: Int($0), stretches) }
    } else {
      candidates = .stretches(stretches.indexes(of: rows[...]))
      places = rows.map {
        Place(stretch: Int32(truncatingIfNeeded: stretches.index(of: Int($0))), stretches)
      }
    }
    var all = LeafSet()
    var runs: [(number: Int, run: LineRun)] = []
    for leaf in leaves {
      all.insert(leaf.number)
      runs.append((leaf.number, try run(leaf.cursor, in: candidates)))
    }
    var possible: Candidates? = candidates
    var lines: Set<Int32>?
    for requirement in requirements {
      switch requirement.kind {
      case .leaf: continue
      case .line:
        let own = try run(requirement.cursor, in: .rows(rows)).rows
          .filter { context.directory.confidences[Int($0)] >= leastConfidence }
        lines = lines.map { $0.intersection(own) } ?? Set(own)
      case .stretch:
        let present = try self.stretches(of: requirement.cursor, around: candidates)
        possible = possible.flatMap { kept($0, in: present) }
      }
    }
    var starts: Set<Int> = []
    switch possible {
    case .stretches(let indexes): starts = Set(indexes.map { stretches[Int($0)].lowerBound })
    case .rows(let rows): starts = Set(rows.map(Int.init))
    case .window, nil: break
    }
    let excluded = try Exclusion(self, candidates)
    let relaxed = tree.relaxed
    return rows.indices.map { index in
      let place = places[index]
      var unwantedNext = excluded.unwanted.map {
        $0.run.rows.partitionPoint { Int($0) >= place.rows.lowerBound }
      }
      guard starts.contains(place.rows.lowerBound), lines?.contains(rows[index]) ?? true,
        !excluded.lines.containsAscending(rows[index]),
        !excluded.holds(place, &unwantedNext, unwantedTree)
      else { return nil }
      var present = LeafSet()
      for (number, run) in runs {
        let first = run.rows.partitionPoint { Int($0) >= place.rows.lowerBound }
        if first < run.rows.count, Int(run.rows[first]) < place.rows.upperBound {
          present.insert(number)
        }
      }
      guard relaxed.counted(present) != nil else { return nil }
      return (tree.counted(present) != nil, all.subtracting(present))
    }
  }
}
