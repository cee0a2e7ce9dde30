import FicModel

/// Finds the scripts and chats of a chapter and cuts them into turns.
package struct ScriptReader: Sendable {
  /// Creates a reader.
  package init() {}

  /// Fills the script of every chapter of a work, whose zones are known.
  ///
  /// Complexity: linear in the number of bytes.
  package func read(_ drafts: inout [ChapterDraft]) {
    for index in drafts.indices { drafts[index].script = script(of: drafts[index]) }
  }

  /// The turns of a chapter; none where it is prose.
  private func script(of draft: ChapterDraft) -> Script {
    let text = draft.chapter.text
    let lines = ScriptLine.lines(of: draft)
    var found: [(line: Int, label: LabelledLine)] = []
    var byForm = [[LabelSurvey.Candidate]](repeating: [], count: LabelledLine.Form.allCases.count)
    for (index, line) in lines.enumerated() {
      // The time of the message above.
      if let last = found.last, last.line == index - 1, last.label.isAboveTime { continue }
      let prose = Prose(text, in: line.span)
      guard
        let read = LabelledLine(prose, above: time(below: index, lines, in: text))
          ?? LabelledLine(prose, hasColon: line.hasColon),
        introduces(read, at: index, lines, in: text)
      else { continue }
      found.append((index, read))
      byForm[read.form.rawValue].append(
        LabelSurvey.Candidate(read, paragraph: line.paragraph, in: prose)
      )
    }
    let surveys = LabelledLine.Form.allCases.map { LabelSurvey($0, byForm[$0.rawValue]) }
    guard surveys.contains(where: { $0.style != nil }) else { return Script() }
    var candidates = [LabelledLine?](repeating: nil, count: lines.count)
    for (line, label) in found { candidates[line] = label }
    var writer = ScriptWriter(text: text, lines: lines, candidates: candidates, surveys: surveys)
    return writer.turns()
  }

  /// The line below another where it is nothing but a time, with a message behind it.
  private func time(below index: Int, _ lines: [ScriptLine], in text: [UInt8]) -> Prose? {
    guard index + 2 < lines.count, lines[index + 1].hasColon,
      lines[index].span.count <= LabelledLine.longestLabel
    else { return nil }
    let next = Prose(text, in: lines[index + 1].span)
    return LogClock.end(in: next, from: next.span.start) == next.span.end ? next : nil
  }

  /// Whether a label that stands alone has something to introduce: another line behind it, which in
  /// a play of names in small letters ends as a speech does.
  private func introduces(
    _ read: LabelledLine,
    at index: Int,
    _ lines: [ScriptLine],
    in text: [UInt8]
  ) -> Bool {
    guard read.form == .cue || read.form == .header else { return true }
    guard index + 1 < lines.count else { return false }
    if read.form == .header || read.isCapitals || read.endsInColon { return true }
    let next = Prose(text, in: lines[index + 1].span)
    guard let last = next.scalar(before: next.span.end) else { return false }
    return last.isSentenceEnd || last.isProseDash || last.isQuotationGlyph || last.isClosingBracket
  }
}
