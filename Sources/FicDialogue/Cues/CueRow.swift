/// The cues of one candidate, family after family.
@safe package final class CueRow {
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

  /// Room for every cue of either kind of row; a place fits a byte.
  static let room = 255

  /// The numbers, and where they are not 0, those of the whole turn first.
  ///
  /// Storage of its own: each number of each candidate passes here, and an array would be asked
  /// whether it is shared, a list in place be copied. A cue's place is below `room`, and each place
  /// is noted once.
  private let values: UnsafeMutablePointer<Float>
  private let places: UnsafeMutablePointer<UInt8>
  /// How many numbers are not 0.
  private(set) var count = 0

  /// Creates a row of nothing.
  init() {
    unsafe values = .allocate(capacity: Self.room)
    unsafe places = .allocate(capacity: Self.room)
    unsafe values.initialize(repeating: 0, count: Self.room)
    unsafe places.initialize(repeating: 0, count: Self.room)
  }

  deinit {
    unsafe values.deallocate()
    unsafe places.deallocate()
  }

  subscript<Family: CueFamily>(cue: Family) -> Float {
    get { unsafe values[Family.first + cue.rawValue] }
    set {
      let place = Family.first + cue.rawValue
      if unsafe values[place] == 0 {
        guard newValue != 0 else { return }
        unsafe places[count] = UInt8(truncatingIfNeeded: place)
        count += 1
      }
      unsafe values[place] = newValue
    }
  }

  /// The place and the value of the number that was set as the `index`th, below `count`.
  func entry(_ index: Int) -> (place: Int, value: Float) {
    let place = unsafe Int(places[index])
    return unsafe (place, values[place])
  }

  /// Forgets all but the first numbers that were set.
  func clear(after first: Int = 0) {
    while count > first {
      count -= 1
      unsafe values[Int(places[count])] = 0
    }
  }

  /// The first numbers, so many.
  func list(_ width: Int = CueRow.width) -> [Float] { (0..<width).map { unsafe values[$0] } }
}
