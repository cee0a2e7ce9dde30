/// Names a cast member inside one work: the index of its row in the work's cast.
public struct CastID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The index, from 0.
  public let rawValue: Int

  /// Creates an id from an index.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Orders by index.
  public static func < (left: CastID, right: CastID) -> Bool { left.rawValue < right.rawValue }
}
