/// Where a standing's shares stand: four turns before, four after, the turn itself.
enum SharePlace {
  /// The turn itself.
  static let own = 8

  /// The place of the turn so many steps away, up to four; nil beyond.
  static func of(_ step: Int) -> Int? {
    switch step {
    case -4 ... -1: -step - 1
    case 1...4: 3 + step
    case 0: own
    default: nil
    }
  }
}
