import FicModel

/// Finds the quotations of a work in every style that fiction is set in.
package struct QuotationScanner: Sendable {
  /// Creates a scanner.
  package init() {}

  /// The paragraphs of every chapter's story, in order, with their quotations.
  ///
  /// Complexity: linear in the number of bytes.
  package func scan(_ drafts: [ChapterDraft]) -> [[Paragraph]] {
    let chapters = drafts.map { MarkedChapter($0) }
    var work = StyleSurvey()
    for chapter in chapters { work.add(chapter.survey) }
    return chapters.map { ChapterReading($0, style: $0.survey.style(in: work)).paragraphs() }
  }
}
