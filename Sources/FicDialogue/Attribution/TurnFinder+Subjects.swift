import FicModel
import FicParsing

extension TurnFinder {
  /// The subjects of the sentences of narration, in order.
  ///
  /// Complexity: linear in the chapter's tokens.
  func subjects(_ descriptions: inout Descriptions) -> [SubjectMention] {
    var result: [SubjectMention] = []
    for paragraph in reader.chapter.paragraphs {
      var start = paragraph.tokens.lowerBound
      for (quotation, range) in zip(paragraph.paragraph.quotations, paragraph.quotations)
      where quotation.kind != .notSpeech {
        readSubjects(in: start..<max(start, range.lowerBound), &result, &descriptions)
        start = max(start, range.upperBound)
      }
      readSubjects(in: start..<max(start, paragraph.tokens.upperBound), &result, &descriptions)
    }
    return result
  }

  private func readSubjects(
    in gap: Range<Int>,
    _ result: inout [SubjectMention],
    _ descriptions: inout Descriptions
  ) {
    var start = gap.lowerBound
    while start < gap.upperBound {
      let end = reader.sentenceEnd(of: start, in: gap)
      if let subject = SentenceSubject.read(in: start..<end, reader, &descriptions) {
        result.append(SubjectMention(token: subject.tokens.lowerBound, kind: subject.kind))
      }
      start = end
    }
  }
}
