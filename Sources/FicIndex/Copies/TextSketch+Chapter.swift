package import FicModel

extension TextSketch {
  /// The sketch of a chapter.
  ///
  /// Complexity: linear in its text.
  package init(of chapter: Chapter) { self = ChapterTerms(chapter).sketch }

  /// Reads terms and keeps the hashes of runs.
  struct Sampler {
    private var last = [UInt64](repeating: 0, count: TextSketch.run)
    private(set) var terms = 0
    private(set) var content = TermHash()
    private(set) var hashes: [UInt32] = []

    /// The sketch of what was read; nil where that is nothing.
    var sketch: TextSketch? {
      guard terms > 0 else { return nil }
      let limit = terms < TextSketch.shortText ? TextSketch.fineLimit : TextSketch.coarseLimit
      return TextSketch(content: content.value, limit: limit, hashes: hashes)
    }

    /// Takes in the next term.
    @inline(__always)
    mutating func add(_ term: borrowing Span<UInt8>) {
      var own = TermHash()
      for index in term.indices { own.combine(term[index]) }
      content.combine(own.value)
      last[terms % TextSketch.run] = own.value
      terms += 1
      guard terms >= TextSketch.run else { return }
      var hash = TermHash()
      for place in terms..<terms + TextSketch.run { hash.combine(last[place % TextSketch.run]) }
      let value = UInt32(truncatingIfNeeded: hash.value >> 32)
      if value < TextSketch.fineLimit { hashes.append(value) }
    }
  }
}
