import FicModel

extension ZoneMarker {
  /// Marks headings, header lines and notes before the story begins.
  mutating func markHead() {
    let headings = headHeadings()
    if let last = headings.last {
      markFront(upTo: last, headings: Set(headings))
      headEnd = last + 1
    }
    markOpening()
  }

  // MARK: Headings

  /// The positions of the headings that stand before the story.
  private mutating func headHeadings() -> [Int] {
    var accepted: [Int] = []
    var plain: [Int] = []
    var bytes = 0
    for position in visible.indices.prefix(Self.edge) {
      let block = blocks[visible[position]]
      if block.kind == .header || isMarked(position) { continue }
      if isBreak(position) && !isOwnHeading(position) { continue }
      if isMarkedHeading(position) || heading(position) != nil {
        let unmarked = unmarkedBytes(of: plain, isFront: accepted.isEmpty)
        if unmarked > Self.longestUnmarkedFront { break }
        let isFirst = accepted.isEmpty
        if isFirst ? isPlausibleFirst(position, unmarked) : isRetyped(position, accepted, unmarked)
        {
          if unmarked == 0, isListed(position, after: accepted.last) { accepted = [] }
          accepted.append(position)
          plain = []
          continue
        }
      }
      plain.append(position)
      bytes += block.span.count
      if bytes > Self.longestFront { break }
    }
    return accepted
  }

  /// How many bytes of paragraphs are no note by a label or by their signs.
  ///
  /// In front of the first heading, what follows a label is a third as much of a sign of story.
  private mutating func unmarkedBytes(of positions: [Int], isFront: Bool) -> Int {
    var unmarked = 0
    var isInNote = false
    for position in positions {
      if label(position) != nil || metadataLabel(position).map({ !$0.isWeak }) ?? false {
        isInNote = true
        continue
      }
      let bytes = blocks[visible[position]].span.count
      unmarked += signs(position).weight >= 2 ? bytes / 8 : isInNote && isFront ? bytes / 3 : bytes
      if unmarked > Self.longestUnmarkedFront { break }
    }
    return unmarked
  }

  /// Whether the block is the heading that the chapter was cut at: "X" is a number there.
  private func isOwnHeading(_ position: Int) -> Bool {
    guard let number = heading(position)?.title.printedNumber else { return false }
    return number == title.printedNumber
  }

  /// Whether a heading follows one of its own kind at once: the one before is an entry of a list.
  private func isListed(_ position: Int, after last: Int?) -> Bool {
    guard let last, let line = heading(position), let before = heading(last), line.number != nil
    else {
      return false
    }
    return line.kind == before.kind && line.number != before.number
  }

  /// A number alone heads a chapter at its very top only; further down it counts scenes.
  private func isPlausibleFirst(_ position: Int, _ unmarked: Int) -> Bool {
    guard !isMarkedHeading(position), let line = heading(position) else { return unmarked < 400 }
    guard line.kind == .number else { return true }
    return unmarked < (line.title.title == nil ? 80 : 800)
  }

  /// A second heading: a part's chapter, or the title that the author types once more.
  private func isRetyped(_ position: Int, _ accepted: [Int], _ unmarked: Int) -> Bool {
    guard let last = accepted.last else { return false }
    guard let line = heading(position) else { return unmarked == 0 && isMarkedHeading(position) }
    let before = heading(last)
    if before?.kind == .part, line.kind != .part { return unmarked < 400 }
    if let before, line.repeats(before) { return unmarked < 1500 }
    if let own = line.title.title, let known = before?.title.title ?? title.title,
      PhraseTable.fold(own) == PhraseTable.fold(known)
    {
      return unmarked < 1500
    }
    return isMarkedHeading(last) && unmarked < 250 || unmarked == 0 && line.kind != .number
  }

  /// Marks everything before the last heading of the head.
  private mutating func markFront(upTo last: Int, headings: Set<Int>) {
    var isInNote = false
    var isNext: ZoneKind?
    for position in 0...last {
      let block = blocks[visible[position]]
      if headings.contains(position) {
        kinds[visible[position]] = .heading
        complete(heading(position)?.title)
        completeWithPart(position)
        isInNote = false
      } else if block.kind == .header {
        kinds[visible[position]] = .summary
      } else if !isBreak(position) {
        let fallback = isNext ?? (isInNote ? .authorsNote : unlabelledKind(position))
        mark(position, as: fallback, afterNote: isInNote)
        isInNote = isInNote || kinds[visible[position]] == .authorsNote
      }
      let label = label(position)
      isNext = label.flatMap { $0.isAlone ? $0.kind : nil }
      if label != nil { isInNote = true }
    }
  }

  /// A title, a name, a year on a line of its own is header matter; sentences are a note.
  private mutating func unlabelledKind(_ position: Int) -> ZoneKind {
    if blocks[visible[position]].kind == .blockQuote {
      return signs(position).weight >= 2 ? .authorsNote : .summary
    }
    guard let line = ShortLine(range(position), in: text), line.words.count <= 10,
      !line.endsSentence || line.isCapitals, signs(position).weight < 2
    else { return .authorsNote }
    return .summary
  }

  /// Below "Chapter 2", "Part 2" is the title: the chapter goes on with what it began.
  private mutating func completeWithPart(_ position: Int) {
    guard title.title == nil, title.printedNumber != nil, let line = heading(position),
      line.kind == .part, line.title.title == nil,
      (0..<position).contains(where: { heading($0)?.kind == .chapter })
    else { return }
    title.title = lineText(position)
  }

  /// Takes from the heading in the text what the source's title leaves open.
  private mutating func complete(_ found: ChapterTitle?) {
    guard let found else { return }
    if title.printedNumber == nil, title.title == nil || title.title == found.title {
      title.printedNumber = found.printedNumber
    }
    if title.title == nil { title.title = found.title }
  }

  // MARK: After the heading

  /// Marks subtitles, header lines and notes between the heading and the first line of story.
  private mutating func markOpening() {
    var position = headEnd
    var isAfterNote = false
    while position < visible.count {
      if let end = openingMatter(at: position, isAfterNote: isAfterNote) {
        isAfterNote = isAfterNote || (kinds[visible[position]] ?? .story) == .authorsNote
        position = end
        headEnd = position
      } else if isBreak(position), position < headEnd + 2 {
        position += 1
      } else {
        return
      }
    }
  }

  /// Marks the matter that starts at a position and returns the position after it; nil for story.
  private mutating func openingMatter(at position: Int, isAfterNote: Bool) -> Int? {
    let index = visible[position]
    if blocks[index].kind == .header {
      kinds[index] = .summary
      return position + 1
    }
    if isMarked(position) { return position + 1 }
    if isBreak(position) { return nil }
    if isSubtitle(position) {
      kinds[index] = .heading
      completeTitle(
        with: HeadingReader.cleaned(lineText(position)),
        isFirst: heading(position - 1) != nil
      )
      return position + 1
    }
    if let match = metadataLabel(position), !match.isWeak || previousKind(position) == .summary,
      label(position) == nil || match.key != "beta"
    {
      kinds[index] = .summary
      return position + 1
    }
    if label(position) != nil {
      let end = noteEnd(from: position, upTo: min(visible.count, position + 40))
      markNote(position..<end)
      return end
    }
    // A line that names a view point, a place or a time opens the first scene.
    if BreakLine.read(blocks[index].span.range, in: text) != nil { return nil }
    if blocks[index].kind == .note || isAfterNote && isReply(position) && signs(position).weight > 0
    {
      mark(position, as: .authorsNote, afterNote: isAfterNote)
      return position + 1
    }
    return unlabelledNoteEnd(from: position, isAfterNote: isAfterNote)
  }

  /// A title may stand on several lines below the number.
  private mutating func completeTitle(with line: String, isFirst: Bool) {
    guard let known = title.title else {
      title.title = line
      return
    }
    if !isFirst, !known.contains(line) { title.title = known + " " + line }
  }

  private func lineText(_ position: Int) -> String {
    ShortLine(range(position), in: text)?.lineText ?? ""
  }

  private func previousKind(_ position: Int) -> ZoneKind? {
    position > 0 ? kinds[visible[position - 1]] : nil
  }

  /// A title of more bytes is none: a story in capitals would become one.
  private static let longestTitle = 400

  /// A line in brackets or capitals, or one directly below, that goes on with the heading.
  private func isSubtitle(_ position: Int) -> Bool {
    guard position > 0, kinds[visible[position - 1]] == .heading,
      blocks[visible[position]].kind == .paragraph,
      title.title.map({ $0.utf8.count < Self.longestTitle }) ?? true,
      let line = ShortLine(range(position), in: text, longest: 300), label(position) == nil
    else { return false }
    if let known = title.title, PhraseTable.fold(known) == line.folded { return true }
    let isDirect = visible[position] == visible[position - 1] + 1
    if line.scalars.first == "(", line.scalars.last == ")" {
      return isDirect || line.words.count <= 8
    }
    if isDirect, line.isCapitals, heading(position - 1) == nil { return true }
    guard heading(position - 1)?.title.title == nil, heading(position - 1) != nil,
      metadataLabel(position) == nil
    else { return false }
    if line.isCapitals { return isDirect || SlugLine.read(line) == nil }
    guard isDirect, line.words.count <= 14, !line.hasQuotationMark, line.lastScalar != ".",
      SlugLine.read(line) == nil, PointOfViewLine.read(line) == nil
    else { return false }
    return position + 1 < visible.count && visible[position + 1] > visible[position] + 1
  }

  /// Where a labelled note at a position ends.
  ///
  /// A bracket ends it where it closes; else it takes in what is plainly more of it, and all up to
  /// a break that follows soon.
  mutating func noteEnd(from position: Int, upTo limit: Int) -> Int {
    guard let label = label(position) else { return position + 1 }
    if let closing = label.closingBracket,
      let end = closingEnd(closing, from: position, upTo: limit)
    {
      return end
    }
    var end = position + 1
    if label.isAlone, end < limit, !isBreak(end), heading(end) == nil { end += 1 }
    let rule = (end..<limit).first { isBreak($0) }
    if let rule, rule - position <= 12, isMostlyNote(end..<rule, isCertain: label.isAlone) {
      return rule
    }
    while end < limit, !isBreak(end) {
      let isMore =
        self.label(end) != nil || signs(end).weight >= 2
        || isReply(end) && signs(end).weight >= 0
          && !startsAsSpeech(end) && kinds[visible[end]] == nil && isReply(end - 1)
      guard isMore else { break }
      end += 1
    }
    return end
  }

  private func closingEnd(_ closing: UInt8, from position: Int, upTo limit: Int) -> Int? {
    for end in position..<min(limit, position + 12) {
      let range = range(end)
      if text[range].suffix(3).contains(closing) { return end + 1 }
      if end == position, text[range].contains(closing) { return end + 1 }
    }
    return nil
  }

  /// Whether paragraphs read as a note: at least a point each, and no speech.
  mutating func isMostlyNote(_ positions: Range<Int>, isCertain: Bool) -> Bool {
    var points = 0
    var speech = 0
    for position in positions {
      points += max(0, min(4, signs(position).weight))
      if startsAsSpeech(position) { speech += 1 }
    }
    if isCertain, speech == 0, positions.count <= 6 { return true }
    return speech * 4 <= positions.count && points >= positions.count
  }

  /// The end of a note that no label begins: by its signs, or by a break that parts it from the
  /// story.
  private mutating func unlabelledNoteEnd(from position: Int, isAfterNote: Bool) -> Int? {
    let own = signs(position)
    if own.weight >= (isAfterNote ? 2 : 4), isDense(position) {
      mark(position, as: .authorsNote, afterNote: isAfterNote)
      return position + 1
    }
    let limit = min(visible.count, position + 10)
    guard let rule = (position..<limit).first(where: { isBreak($0) }), rule > position else {
      return nil
    }
    var points = 0
    for index in position..<rule { points += max(0, signs(index).weight) }
    guard points >= 3, points * 2 >= (rule - position) * 3,
      isMostlyNote(position..<rule, isCertain: false)
    else { return nil }
    markNote(position..<rule)
    return rule
  }
}
