import FicModel

extension ZoneMarker {
  private static let endings = PhraseTable(PackageResources.ending_words_txt)

  /// Marks the notes and the closing lines after the story.
  mutating func markTail() {
    var end = storyEnd
    for _ in 0..<12 {
      end = skipEndings(before: end)
      let start = segmentStart(before: end)
      guard start < end, let note = noteStart(in: start..<end) else { return }
      markNote(note..<end)
      end = note
      if note > start { return }
    }
  }

  /// Whether the block is a line such as "The End" or "TBC".
  func isEnding(_ position: Int) -> Bool {
    let range = range(position)
    guard
      let letter = range.prefix(24).first(where: {
        Unicode.Scalar(text[$0]).isProseLetter || text[$0] >= 0x80
      }),
      Self.endings.mayBegin(at: letter, upTo: range.upperBound, in: text),
      let line = ShortLine(range, in: text), line.words.count <= 8,
      !line.hasQuotationMark, label(position) == nil
    else { return false }
    var words = line.words.map { line.foldedWord($0) }
    if Self.endings[words.joined(separator: " ")] != nil {
      return line.isOrnamented || words.count > 1 || line.isCapitals || line.core.count <= 6
    }
    // "End of chapter 3", "To be continued in part two".
    while words.count > 1, let last = words.last,
      HeadingReader.number(in: last) != nil || last == "part" || last == "chapter" || last == "for"
        || last == "now" || last == "one"
    {
      words.removeLast()
      let phrase = words.joined(separator: " ")
      if words.count > 1, Self.endings[phrase] != nil { return true }
    }
    return false
  }

  private mutating func skipEndings(before end: Int) -> Int {
    var end = end
    while end > headEnd, kinds[visible[end - 1]] == nil || isMarked(end - 1) {
      if isMarked(end - 1) {
        end -= 1
        continue
      }
      if isEnding(end - 1) {
        kinds[visible[end - 1]] = .banner
      } else if !isBreak(end - 1) {
        break
      }
      end -= 1
    }
    return end
  }

  /// The position after the last break before `end`, at most `edge` blocks back.
  private func segmentStart(before end: Int) -> Int {
    var start = end
    while start > headEnd, end - start < Self.edge, !isBreak(start - 1), !isEnding(start - 1),
      !isMarked(start - 1),
      !isParted(start - 1, start) || start == end
    {
      start -= 1
    }
    return start
  }

  /// Whether three or more blank lines stand between two neighbours.
  private func isParted(_ position: Int, _ next: Int) -> Bool {
    guard next < visible.count else { return false }
    return blocks[(visible[position] + 1)..<visible[next]].contains { block in
      if case .blank(let lines) = block.kind { return lines >= 3 }
      return false
    }
  }

  /// Where a note begins that reaches to the end of a segment; nil where the segment ends in story.
  private mutating func noteStart(in segment: Range<Int>) -> Int? {
    let start = segment.lowerBound
    let end = segment.upperBound
    let isParted = start > headEnd
    if isParted, segment.count <= 30, label(start) != nil, isPlausible(from: start, to: end) {
      return start
    }
    if isParted, segment.count <= 12 {
      var points = 0
      for position in segment { points += signs(position).weight }
      let isShort = segment.allSatisfy { range($0).count < 1500 }
      if points >= 2, signs(start).weight > 0, isShort, isMostlyNote(segment, isCertain: false) {
        return start
      }
    }
    for position in max(start, end - 40)..<end where label(position) != nil {
      if isMeant(position, before: end), isPlausible(from: position, to: end) { return position }
    }
    var note = end
    while note > start, signs(note - 1).weight >= (note == end ? 3 : 2), isDense(note - 1),
      !startsAsSpeech(note - 1)
    {
      note -= 1
    }
    return note < end ? note : nil
  }

  /// An ordinary word with a colon labels a note where it stands alone or last, or other signs do.
  private mutating func isMeant(_ position: Int, before end: Int) -> Bool {
    guard let label = label(position) else { return false }
    return !label.isWeak || label.isAlone || position + 1 == end || signs(position).weight >= 2
  }

  /// Whether all that follows the label at a position may belong to its note.
  private mutating func isPlausible(from position: Int, to end: Int) -> Bool {
    guard let label = label(position) else { return false }
    let rest = (position + 1)..<end
    if rest.isEmpty { return true }
    if let closing = label.closingBracket, noteEnd(from: position, upTo: end) == end, closing > 0 {
      return true
    }
    var signed = 0
    var speech = 0
    for index in rest {
      if self.label(index) != nil || signs(index).weight > 0 || isReply(index) { signed += 1 }
      if startsAsSpeech(index) { speech += 1 }
    }
    if label.isAlone, rest.count <= 8 { return speech * 2 < rest.count || signed * 2 >= rest.count }
    return signed * 2 >= rest.count && speech * 4 <= rest.count
  }

  /// Marks the labelled notes that interrupt the story.
  mutating func markMiddle() {
    var position = headEnd
    while position < visible.count {
      let index = visible[position]
      guard kinds[index] == nil else {
        position += 1
        continue
      }
      if blocks[index].kind == .note {
        kinds[index] = .authorsNote
        inline.insert(index)
      } else if let label = label(position), !label.isWeak, !isBreak(position) {
        let end = middleEnd(of: label, from: position)
        markNote(position..<end)
        markInline(position..<end)
        position = end
        continue
      }
      position += 1
    }
  }

  private mutating func middleEnd(of label: NoteLabel, from position: Int) -> Int {
    let limit = min(visible.count, position + 12)
    if label.closingBracket != nil || label.isAlone { return noteEnd(from: position, upTo: limit) }
    return position + 1
  }

  /// A note is inside a scene where story stands on both sides without a break between.
  private mutating func markInline(_ positions: Range<Int>) {
    let before = positions.lowerBound - 1
    let after = positions.upperBound
    guard before >= headEnd, after < visible.count, !isBreak(before), !isBreak(after),
      kinds[visible[before]] == nil || inline.contains(visible[before]),
      kinds[visible[after]] == nil
    else { return }
    for position in positions { inline.insert(visible[position]) }
  }
}
