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
      let prose = Prose(text, in: line.span)
      guard let read = LabelledLine(prose, hasColon: line.hasColon),
        introduces(read, at: index, lines)
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

  /// Whether a label that stands alone has something to introduce: another line behind it.
  private func introduces(_ read: LabelledLine, at index: Int, _ lines: [ScriptLine]) -> Bool {
    guard read.form == .cue || read.form == .header else { return true }
    return index + 1 < lines.count
  }
}
