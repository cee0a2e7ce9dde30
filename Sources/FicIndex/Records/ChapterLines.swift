package import FicModel

/// The lines of a chapter, in reading order: what a reader sees and what the index counts.
///
/// They are told from the chapter alone, so nothing stores them. A change of this file that gives
/// other lines for a chapter raises `ChapterTerms.version`.
package struct ChapterLines: Sendable {
  /// By the first byte of each; none is blank.
  package let lines: [Line]

  /// Every part of every line, ascending, with the line's index.
  private let pieces: [(span: TextSpan, line: Int)]

  /// Reads a chapter.
  ///
  /// Complexity: linear in the number of bytes.
  package init(_ chapter: Chapter) {
    var builder = LineBuilder(chapter)
    lines = builder.lines()
    pieces = lines.enumerated().flatMap { index, line in line.pieces.map { ($0, index) } }
      .sorted { $0.0 < $1.0 }
  }

  /// The index of the line that holds the byte at `offset`, or of the first line after it; nil
  /// after the last line.
  ///
  /// Complexity: O(log n).
  package func index(at offset: Int) -> Int? {
    let place = pieces.partitionPoint { $0.span.end > offset }
    return place < pieces.count ? pieces[place].line : nil
  }
}

/// Cuts a chapter into lines.
private struct LineBuilder {
  private let chapter: Chapter
  private var zone = 0
  private var scene = 0
  private var utterance = 0
  private var made: [Line] = []

  init(_ chapter: Chapter) {
    self.chapter = chapter
  }

  mutating func lines() -> [Line] {
    for row in rows() { cut(row) }
    joinSplitParagraphs()
    var cut: [Line] = []
    for line in made { cut += turns(line) }
    return numbered(cut.sorted { $0.span < $1.span })
  }

  // MARK: Rows

  /// The paragraphs, and the lines of visible text between them.
  private func rows() -> [TextSpan] {
    var rows: [TextSpan] = []
    var end = 0
    let whole = TextSpan(0, chapter.text.count)
    for paragraph in chapter.paragraphs {
      let span = TextSpan(max(paragraph.start, end), paragraph.end).intersection(whole)
      guard !span.isEmpty else { continue }
      appendRows(of: TextSpan(end, span.start), to: &rows)
      rows.append(span)
      end = span.end
    }
    appendRows(of: TextSpan(end, whole.end), to: &rows)
    return rows
  }

  private func appendRows(of gap: TextSpan, to rows: inout [TextSpan]) {
    var start = gap.start
    for index in gap.range where chapter.text[index] == UInt8(ascii: "\n") {
      if start < index { rows.append(TextSpan(start, index)) }
      start = index + 1
    }
    if start < gap.end { rows.append(TextSpan(start, gap.end)) }
  }

  private func trimmed(_ span: TextSpan) -> TextSpan? {
    var span = span
    while span.start < span.end, chapter.text[span.start] <= 0x20 { span.start += 1 }
    while span.end > span.start, chapter.text[span.end - 1] <= 0x20 { span.end -= 1 }
    return span.isEmpty ? nil : span
  }

  // MARK: Zones and scenes

  /// Cuts a row where its zone or scene ends; what a note inside interrupts is one line.
  private mutating func cut(_ row: TextSpan) {
    var start = row.start
    let first = made.count
    while start < row.end {
      let (kind, end) = stretch(at: start)
      let part = TextSpan(start, min(row.end, max(end, start + 1)))
      start = part.end
      guard let piece = trimmed(part) else { continue }
      let isInterrupted = made[first...].lastIndex { $0.zone == kind && kind == .story }
      if let isInterrupted {
        made[isInterrupted].pieces.append(piece)
      } else {
        made.append(Line(pieces: [piece], zone: kind))
      }
    }
  }

  /// What the byte at an offset is part of, and where that ends.
  private mutating func stretch(at offset: Int) -> (kind: ZoneKind, end: Int) {
    while zone < chapter.zones.count, chapter.zones[zone].span.end <= offset { zone += 1 }
    while scene < chapter.scenes.count, chapter.scenes[scene].span.end <= offset { scene += 1 }
    var kind = ZoneKind.story
    var end = chapter.text.count
    if zone < chapter.zones.count {
      let next = chapter.zones[zone]
      if next.span.start <= offset { kind = next.kind }
      end = min(end, next.span.start <= offset ? next.span.end : next.span.start)
    }
    guard kind == .story else { return (kind, end) }
    guard scene < chapter.scenes.count else { return (.sceneBreak, end) }
    let next = chapter.scenes[scene].span
    guard next.start <= offset else { return (.sceneBreak, min(end, next.start)) }
    return (.story, min(end, next.end))
  }

  // MARK: Split paragraphs

  /// The most parts of which one line is made: verse without marks must not become one line.
  private static let mostParts = 8

  /// Joins the parts of a paragraph that the end of a page or of a row cuts in the middle of a
  /// sentence, so that phrases run through it; the number of a page between them stays a line.
  private mutating func joinSplitParagraphs() {
    var joined: [Line] = []
    /// The index of the last line, or of the one before the number of a page.
    var open: Int?
    for line in made {
      let isPageNumber = line.zone == .story && PageNumber.isOne(line.span, of: chapter.text)
      if let open, line.zone == .story, !isPageNumber,
        joined[open].pieces.count < Self.mostParts, goesOn(from: joined[open].span, to: line.span)
      {
        joined[open].pieces += line.pieces
        continue
      }
      if !isPageNumber || open != joined.count - 1 {
        open = line.zone == .story ? joined.count : nil
      }
      joined.append(line)
    }
    made = joined
  }

  /// Whether a sentence goes on from one part of a text to another of the same scene.
  private func goesOn(from first: TextSpan, to second: TextSpan) -> Bool {
    let last = chapter.text[first.end - 1]
    let next = chapter.text[second.start]
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    guard last == UInt8(ascii: ",") || last == UInt8(ascii: "-") || letters.contains(last | 0x20),
      letters.contains(next)
    else { return false }
    return !chapter.scenes.contains { first.end <= $0.span.start && $0.span.start <= second.start }
  }

  // MARK: Turns

  /// Cuts a line where the turn of another speaker begins.
  private mutating func turns(_ line: Line) -> [Line] {
    let utterances = chapter.utterances
    while utterance < utterances.count, utterances[utterance].span.end <= line.span.start {
      utterance += 1
    }
    var end = utterance
    while end < utterances.count, utterances[end].span.start < line.span.end { end += 1 }
    guard line.zone == .story, utterance < end else { return [line] }
    var rest = line
    rest.utterances = utterance..<end
    var result: [Line] = []
    var speaker: CastID??
    for index in utterance..<end where utterances[index].kind != .notSpeech {
      let next = utterances[index].attribution.speaker
      if let last = speaker, last != next,
        let (before, after) = halves(rest, at: utterances[index].span.start, index)
      {
        result.append(before)
        rest = after
      }
      speaker = .some(next)
    }
    return result + [rest]
  }

  private func halves(_ line: Line, at offset: Int, _ index: Int) -> (Line, Line)? {
    var (before, after) = (line, line)
    before.pieces = line.pieces.compactMap { trimmed(TextSpan($0.start, min($0.end, offset))) }
    after.pieces = line.pieces.compactMap { trimmed(TextSpan(max($0.start, offset), $0.end)) }
    guard !before.pieces.isEmpty, !after.pieces.isEmpty else { return nil }
    before.utterances = line.utterances.lowerBound..<index
    after.utterances = index..<line.utterances.upperBound
    return (before, after)
  }

  // MARK: Stretches

  /// Numbers the stretches: scenes, and runs of lines of one zone outside them.
  private func numbered(_ lines: [Line]) -> [Line] {
    var result = lines
    var scene = 0
    /// The scene of the line before; -1 outside scenes.
    var last = -2
    var lastZone: TextSpan?
    var zone = 0
    var number = -1
    for index in result.indices {
      let start = result[index].span.start
      while scene < chapter.scenes.count, chapter.scenes[scene].span.end <= start { scene += 1 }
      let isInScene = scene < chapter.scenes.count && chapter.scenes[scene].span.start <= start
      while zone < chapter.zones.count, chapter.zones[zone].span.end <= start { zone += 1 }
      let ownZone = zone < chapter.zones.count ? chapter.zones[zone].span : nil
      let own = isInScene ? scene : -1
      let isNew =
        own != last || own < 0 && (ownZone != lastZone || result[index].zone == .sceneBreak)
      if isNew { number += 1 }
      (last, lastZone) = (own, ownZone)
      result[index].stretch = number
    }
    return result
  }
}
