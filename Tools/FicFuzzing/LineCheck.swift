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
    let whole = places(TextSpan(0, chapter.text.count))
    let terms = ChapterTerms(chapter)
    let held = terms.lines.flatMap(\.pieces).flatMap(places).sorted()
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

  /// Where words begin in a span; a barrier between phrases is none.
  private func places(_ span: TextSpan) -> [Int] {
    Analyzer().tokens(of: chapter.text.span.extracting(span.range))
      .filter { $0.term.bytes != [Analyzer.barrier] }.map { $0.span.start + span.start }
  }
}
