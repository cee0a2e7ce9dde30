import FicIndex
import FicModel

/// The promise of a chapter's lines: every word of its text is in exactly one, so that a search
/// finds it.
struct LineCheck {
  private let chapter: Chapter

  init(_ chapter: Chapter) {
    self.chapter = chapter
  }

  func findings() -> [String] {
    let terms = ChapterTerms(chapter)
    let pieces = terms.lines.flatMap(\.pieces)
    // A word that a soft hyphen divides at the end of a line ends with its piece.
    let cuts = pieces.map(\.start).filter(followsLine)
    let edges = [0] + cuts.sorted() + [chapter.text.count]
    let whole = zip(edges, edges.dropFirst()).flatMap { places(TextSpan($0, $1)) }
    let held = pieces.flatMap(places).sorted()
    var findings: [String] = []
    if held != whole {
      let lost = Set(whole).symmetricDifference(held).min() ?? 0
      findings.append(
        "the lines hold \(held.count) words in place of \(whole.count), others from \(lost) on"
      )
    }
    if terms.words.reduce(0, +) < whole.count {
      findings.append("not every word of the lines is indexed")
    }
    return findings
  }

  /// Whether only white space stands between a place and the end of the line before.
  private func followsLine(_ place: Int) -> Bool {
    chapter.text[..<place].last { $0 != 0x20 && $0 != 0x09 } == 0x0A
  }

  /// Where words begin in a span; a barrier between phrases is none.
  private func places(_ span: TextSpan) -> [Int] {
    Analyzer().tokens(of: chapter.text.span.extracting(span.range))
      .filter { $0.term.bytes != [Analyzer.barrier] }.map { $0.span.start + span.start }
  }
}
