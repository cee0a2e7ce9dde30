package import FicModel

/// That a stored chapter is no part of the archive any more.
package struct ChapterRemoval: Hashable, Sendable {
  /// The number of the first chapter that is kept although its file does not hold it any more:
  /// above all numbers that a chapter of a text has.
  package static let firstNumber = 100_001

  /// The number that it had.
  package var number: Int

  /// When it was missed first, in seconds since 1970.
  package var time: Int

  /// What went.
  package var reason: ChapterLabel.Removal

  /// Creates a removal.
  package init(number: Int, time: Int, reason: ChapterLabel.Removal) {
    self.number = number
    self.time = time
    self.reason = reason
  }

  /// The number under which a chapter is kept: its own with 100,000 added, or the next that is
  /// free.
  ///
  /// - Parameters:
  ///   - number: Its number, from 1.
  ///   - isTaken: Whether another chapter has a number.
  ///   - last: The greatest number that there may be.
  /// - Returns: The number; nil where none is free.
  package static func place(
    for number: Int,
    isTaken: (Int) -> Bool,
    last: Int
  ) -> Int? {
    let wanted = min(max(firstNumber, number + firstNumber - 1), last)
    let places = Array(wanted...max(wanted, last)) + Array(firstNumber..<max(firstNumber, wanted))
    return places.first { !isTaken($0) }
  }
}
