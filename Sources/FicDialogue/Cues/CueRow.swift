/// The cues of one candidate, family after family.
package struct CueRow: Sendable {
  /// How many cues there are.
  static var width: Int { StyleCue.end }

  /// The families in the order of the row.
  static let families: [any CueFamily.Type] = [
    TurnCue.self, TagCue.self, BeatCue.self, MentionCue.self, AddressCue.self, PriorCue.self,
    AnchorCue.self, ShareCue.self, StyleCue.self,
  ]

  /// The names of all cues, by their place in a row.
  package static let names: [String] = families.flatMap { names(of: $0) }

  private static func names<Family: CueFamily>(of family: Family.Type) -> [String] {
    family.allCases.map(\.name)
  }

  /// The numbers.
  private(set) var values: [Float]
  /// Where they are not 0, those of the whole turn first.
  private(set) var places: [Int] = []

  /// Creates a row of nothing.
  init(width: Int = CueRow.width) {
    values = [Float](repeating: 0, count: width)
    places.reserveCapacity(width)
  }

  subscript<Family: CueFamily>(cue: Family) -> Float {
    get { values[Family.first + cue.rawValue] }
    set {
      let place = Family.first + cue.rawValue
      if values[place] == 0 {
        guard newValue != 0 else { return }
        places.append(place)
      }
      values[place] = newValue
    }
  }

  /// Forgets all but the first `count` numbers that are not 0.
  mutating func clear(after count: Int = 0) {
    while places.count > count { values[places.removeLast()] = 0 }
  }
}
