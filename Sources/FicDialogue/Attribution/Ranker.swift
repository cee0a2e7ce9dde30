/// What the cues of a candidate are worth: a small network, one of whose layers is hidden.
///
/// Its numbers stand in a table of the lexicon. Sums run in one order and nothing is fused, so that
/// every machine gives the same scores.
package struct Ranker: Sendable {
  /// The hidden units.
  typealias Units = SIMD16<Float>

  /// A sum over some of the cues.
  struct Sum: Sendable {
    fileprivate var hidden: Units
    fileprivate var direct: Float
    /// How many of the row's numbers are in it.
    fileprivate(set) var places: Int
  }

  /// The first pass over a work's turns, and the second.
  package static let first = Ranker(table: PackageResources.first_ranker_txt)
  package static let second = Ranker(table: PackageResources.second_ranker_txt)
  /// Whom turns are spoken to.
  package static let addressee = Ranker(
    table: PackageResources.addressee_ranker_txt,
    names: AddresseeCue.names,
    transitions: addresseeTransitionNames
  )

  private var bias = Units()
  private var out = Units()
  private var units: [Units]
  private var direct: [Float]
  private var same: [Float]
  private var back: [Float]

  /// Reads a table: a line a cue, its name, its direct weight and one for each hidden unit.
  ///
  /// The lines `bias` and `out` have one number for each hidden unit, those of transitions two: the
  /// worth of the same speaker and of the one before last. `#` begins a comment; cues that are not
  /// listed are worth nothing, and unknown ones are passed over.
  ///
  /// - Parameters:
  ///   - table: the bytes of the table.
  ///   - names: the cues of a row, in its order.
  ///   - transitions: the cues of a transition, in its order.
  package init(
    table: [UInt8],
    names: [String] = CueRow.names,
    transitions: [String] = Ranker.transitionNames
  ) {
    units = [Units](repeating: Units(), count: names.count)
    direct = [Float](repeating: 0, count: names.count)
    same = [Float](repeating: 0, count: transitions.count)
    back = same
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let links = Dictionary(uniqueKeysWithValues: transitions.enumerated().map { ($1, $0) })
    for line in table.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard let name = fields.first.map(String.init) else { continue }
      let numbers = fields.dropFirst().map { Float($0) ?? 0 }
      if name == "bias" {
        bias = Self.units(numbers[...])
      } else if name == "out" {
        out = Self.units(numbers[...])
      } else if let place = places[name], let first = numbers.first {
        direct[place] = first
        units[place] = Self.units(numbers.dropFirst())
      } else if let place = links[name], numbers.count > 1 {
        same[place] = numbers[0]
        back[place] = numbers[1]
      }
    }
  }

  private static func units(_ numbers: ArraySlice<Float>) -> Units {
    var result = Units()
    for (place, number) in zip(result.indices, numbers) { result[place] = number }
    return result
  }

  /// The sum over what holds of a whole turn.
  func begin(_ row: CueRow) -> Sum {
    add(row, from: 0, to: Sum(hidden: bias, direct: 0, places: 0))
  }

  /// What a candidate is worth: a natural logarithm of odds.
  func score(_ row: CueRow, after turn: Sum) -> Float {
    let sum = add(row, from: turn.places, to: turn)
    let active = pointwiseMax(sum.hidden, Units()) * out
    // Halves are added to halves, in one order everywhere.
    let eight = active.lowHalf + active.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return sum.direct + (two[0] + two[1])
  }

  private func add(_ row: CueRow, from first: Int, to sum: Sum) -> Sum {
    var sum = sum
    for index in first..<row.count {
      let (place, value) = row.entry(index)
      sum.hidden += units[place] * value
      sum.direct += direct[place] * value
    }
    sum.places = row.count
    return sum
  }

  /// What the same speaker going on is worth, and the one before last coming back.
  func transition(_ row: [Float]) -> (same: Float, back: Float) {
    var result: (same: Float, back: Float) = (0, 0)
    for (place, value) in row.enumerated() where value != 0 {
      result.same += same[place] * value
      result.back += back[place] * value
    }
    return result
  }

  /// The names of cues and of transitions, in the order of a trace's rows.
  package static var cueNames: [String] { CueRow.names }
  package static var addresseeCueNames: [String] { AddresseeCue.names }
  package static var transitionNames: [String] { TransitionCue.allCases.map(\.name) }
  package static var addresseeTransitionNames: [String] { AddresseeLinkCue.allCases.map(\.name) }
}
