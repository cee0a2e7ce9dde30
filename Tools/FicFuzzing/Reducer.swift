/// Makes an input that breaks a promise shorter, as long as it still does.
package struct Reducer {
  private let check: (ParserInput) -> Bool

  /// Creates a reducer; `check` tells whether an input still breaks.
  package init(_ check: @escaping (ParserInput) -> Bool) {
    self.check = check
  }

  /// The shortest input found, by leaving out ever smaller pieces (Zeller and Hildebrandt 2002).
  package func reduce(_ input: ParserInput) -> ParserInput {
    var best = input
    var size = max(1, best.bytes.count / 2)
    while true {
      var start = 0
      while start < best.bytes.count {
        var shorter = best
        shorter.bytes.removeSubrange(start..<min(best.bytes.count, start + size))
        if check(shorter) { best = shorter } else { start += size }
      }
      if size == 1 { return best }
      size /= 2
    }
  }
}
