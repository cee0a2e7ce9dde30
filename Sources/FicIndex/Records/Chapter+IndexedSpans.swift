import FicModel

// The parts of a chapter that one index unit's terms come from.

extension Chapter {
  /// The parts of `span` that no zone other than story covers, ascending: what a scene unit
  /// indexes.
  func storySpans(in span: TextSpan) -> [TextSpan] {
    var result: [TextSpan] = []
    var start = span.start
    for zone in zones where zone.kind != .story && zone.span.overlaps(span) {
      if zone.span.start > start { result.append(TextSpan(start, zone.span.start)) }
      start = max(start, zone.span.end)
    }
    if start < span.end { result.append(TextSpan(start, span.end)) }
    return result
  }
}

extension Utterance {
  /// What its quotations hold, without the marks and the narrator's words between them.
  var indexedSpans: [TextSpan] { quotations.map(\.content) }
}
