package import FicModel

extension TextSketch {
  /// The sketch of a chapter.
  ///
  /// Complexity: linear in its text.
  package init(of chapter: Chapter) { self = Self.counting(chapter).sketch }

  /// The sketch of a chapter, and the number of its words of story.
  ///
  /// Complexity: linear in its text.
  package static func counting(_ chapter: Chapter) -> (sketch: TextSketch, words: Int) {
    let whole = TextSpan(0, chapter.text.count)
    var sampler = Sampler()
    for span in chapter.storySpans(in: whole) { sampler.read(chapter.text, in: span) }
    if sampler.terms == 0 {
      var other = Sampler()
      other.read(chapter.text, in: whole)
      return (TextSketch(content: other.content.value), 0)
    }
    let limit = sampler.terms < shortText ? fineLimit : coarseLimit
    return (
      TextSketch(content: sampler.content.value, limit: limit, hashes: sampler.hashes),
      sampler.terms
    )
  }

  /// Reads terms and keeps the hashes of runs.
  private struct Sampler {
    private let analyzer = Analyzer()
    private var last = [UInt64](repeating: 0, count: TextSketch.run)
    private(set) var terms = 0
    private(set) var content = TermHash()
    private(set) var hashes: [UInt32] = []

    mutating func read(_ text: [UInt8], in span: TextSpan) {
      analyzer.analyze(text.span.extracting(span.range)) { term, _ in
        var hash = TermHash()
        for index in term.indices { hash.combine(term[index]) }
        add(hash.value)
        return true
      }
    }

    private mutating func add(_ term: UInt64) {
      content.combine(term)
      last[terms % TextSketch.run] = term
      terms += 1
      guard terms >= TextSketch.run else { return }
      var hash = TermHash()
      for place in terms..<terms + TextSketch.run { hash.combine(last[place % TextSketch.run]) }
      let value = UInt32(truncatingIfNeeded: hash.value >> 32)
      if value < TextSketch.fineLimit { hashes.append(value) }
    }
  }
}
