/// A half-open range of UTF-8 bytes, counted from 0 in the stored text of one chapter.
///
/// A span of a `Document` or of a whole source file says so where it is declared. `start` is never
/// negative and never above `end`.
public struct TextSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int

  /// The offset after the last byte.
  public var end: Int

  /// Creates a span; an `end` before `start` gives the empty span at `start`.
  public init(_ start: Int, _ end: Int) {
    self.start = max(0, start)
    self.end = max(self.start, end)
  }

  /// The number of bytes.
  public var count: Int { end - start }

  /// Whether the span holds no byte.
  public var isEmpty: Bool { start == end }

  /// The bytes of the span as a range, for slicing.
  public var range: Range<Int> { start..<end }

  /// Whether `offset` is the place of one of the span's bytes.
  public func contains(_ offset: Int) -> Bool { offset >= start && offset < end }

  /// Whether every byte of `other` is one of this span's.
  public func contains(_ other: TextSpan) -> Bool { other.start >= start && other.end <= end }

  /// Whether the two spans share a byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// The shared bytes; empty where there are none.
  public func intersection(_ other: TextSpan) -> TextSpan {
    TextSpan(max(start, other.start), min(end, other.end))
  }

  /// The same span, counted from a place `distance` bytes earlier (or later, if negative).
  public func shifted(by distance: Int) -> TextSpan { TextSpan(start + distance, end + distance) }
}

extension TextSpan: Comparable {
  /// Orders by start, then by end: reading order.
  public static func < (left: TextSpan, right: TextSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension TextSpan: CustomStringConvertible {
  /// `start..<end`.
  public var description: String { "\(start)..<\(end)" }
}
