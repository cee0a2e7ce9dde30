import FicModel

/// What lists of spans have to be.
enum SpanOrder {
  /// Whether the spans follow each other without gap from 0 to `count`; an empty text needs none.
  static func tiles(_ spans: [TextSpan], _ count: Int) -> Bool {
    var place = 0
    for span in spans {
      guard span.start == place, !span.isEmpty else { return false }
      place = span.end
    }
    return place == count
  }

  /// Whether the spans ascend and share no byte.
  static func isDisjoint(_ spans: [TextSpan]) -> Bool {
    zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }
  }

  /// Whether the spans ascend.
  static func isAscending(_ spans: [TextSpan]) -> Bool {
    zip(spans, spans.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
