import FicModel

/// Takes the paragraphs of story out of a chapter's blocks.
struct StoryParagraphs: Sendable {
  /// The chapter.
  let draft: ChapterDraft

  /// Creates a reader of a chapter's blocks.
  init(_ draft: ChapterDraft) {
    self.draft = draft
  }

  /// The paragraphs that lie in scenes, in order, without quotations.
  ///
  /// Complexity: linear in the number of blocks, scenes and zones.
  func paragraphs() -> [Paragraph] {
    let chapter = draft.chapter
    let notes = chapter.zones.filter { $0.kind != .story }
    var result: [Paragraph] = []
    var scene = 0
    var note = 0
    for (index, block) in draft.blocks.enumerated()
    where block.kind == .paragraph || block.kind == .blockQuote {
      let visible = Prose(chapter.text, in: block.span).trimmed(block.span)
      guard !visible.isEmpty else { continue }
      while scene < chapter.scenes.count, chapter.scenes[scene].span.end <= visible.start {
        scene += 1
      }
      while note < notes.count, notes[note].span.end <= visible.start { note += 1 }
      guard scene < chapter.scenes.count, chapter.scenes[scene].span.overlaps(visible) else {
        continue
      }
      // A scene ends before invisible characters that prose counts as its own.
      let span = visible.intersection(chapter.scenes[scene].span)
      if note < notes.count, notes[note].span.overlaps(span) { continue }
      let isTurn =
        draft.script.covers(index) || (result.last.map { draft.script.covers($0.block) } ?? false)
      let isBroken =
        !isTurn && (result.last.map { isBrokenSentence($0, span, scene: scene) } ?? false)
      if isBroken, var last = result.popLast() {
        last.span = TextSpan(last.span.start, span.end)
        result.append(last)
      } else {
        result.append(Paragraph(span: span, scene: scene, block: index))
      }
    }
    return result
  }

  /// Whether the source broke a line inside a sentence, so that two blocks are one paragraph: the
  /// first stops at a word or a comma, the second goes on in lower case.
  private func isBrokenSentence(_ last: Paragraph, _ next: TextSpan, scene: Int) -> Bool {
    guard last.scene == scene else { return false }
    let text = Prose(draft.chapter.text, in: TextSpan(last.span.start, next.end))
    guard let end = text.scalar(before: last.span.end), let start = text.scalar(at: next.start)
    else {
      return false
    }
    return start.isProseLowercase && (end.isProseLetter || end.value == 0x2C)
  }
}
