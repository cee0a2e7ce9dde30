import FicModel

extension ZoneMarker {
  private static let noteTitles: [String] = [
    "author's note", "authors note", "a/n", "hiatus", "not a chapter", "not an update", "notice",
    "announcement", "important note", "note", "update", "an update", "apology", "sorry", "poll",
    "discontinued", "abandoned", "note from the author", "nota de autora", "note de l'auteur",
  ]

  /// The longest chapter, in bytes, that is judged as a note by its words alone.
  private static let longestNote = 20_000

  /// Marks all of a chapter that holds no story but a word to its readers.
  mutating func markNoteOnlyChapter() {
    guard text.count <= Self.longestNote else { return }
    let open = visible.indices.filter { kinds[visible[$0]] == nil && !isBreak($0) }
    guard !open.isEmpty, open.count <= 40 else { return }
    let speech = open.count { startsAsSpeech($0) }
    guard speech * 5 <= open.count else { return }
    var points = 0
    var signed = 0
    for position in open {
      let weight = signs(position).weight
      points += min(5, weight)
      if weight > 0 { signed += 1 }
    }
    let isTitled = title.title.map { Self.noteTitles.contains(PhraseTable.fold($0)) } ?? false
    let hasNote = kinds.contains { $0 == .authorsNote || $0 == .disclaimer }
    let isNote =
      isTitled && points > 0
      || (hasNote || points >= 4) && points >= 2 * open.count && signed * 3 >= open.count * 2
    guard isNote else { return }
    for position in open { kinds[visible[position]] = .authorsNote }
    inline.removeAll()
  }

  /// The zones, ascending; they tile the text.
  ///
  /// Blank lines belong to what stands before them; break lines are story but between two parts of
  /// one note.
  func zones() -> [Zone] {
    var zones: [Zone] = []
    var nextKind = self.nextKinds()
    nextKind.append(nil)
    for (index, block) in blocks.enumerated() where !block.span.isEmpty {
      let before = zones.last
      var kind = kinds[index] ?? .story
      if block.isBlank {
        if let before {
          zones[zones.count - 1].span.end = max(before.span.end, block.span.end)
          continue
        }
        kind = nextKind[index] ?? .story
      }
      let isInline = kind != .story && inline.contains(index)
      if let before, before.kind == kind, before.isInline == isInline, !replies.contains(index) {
        zones[zones.count - 1].span.end = block.span.end
      } else {
        zones.append(Zone(kind: kind, span: block.span, isInline: isInline))
      }
    }
    return zones
  }

  /// For each block, the kind of the first visible block at or after it.
  private func nextKinds() -> [ZoneKind?] {
    var result: [ZoneKind?] = Array(repeating: nil, count: blocks.count)
    var next: ZoneKind?
    for index in blocks.indices.reversed() {
      if !blocks[index].isBlank { next = kinds[index] ?? .story }
      result[index] = next
    }
    return result
  }
}
