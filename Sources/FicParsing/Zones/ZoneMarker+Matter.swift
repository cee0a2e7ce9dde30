import FicModel

extension ZoneMarker {
  /// How many visible blocks are looked at from either end.
  private static let mostMatter = 60

  /// More bytes than these behind a lead are something else.
  private static let longestMatter = 10_000
  private static let longestPerson = 3000

  /// A label that stands alone is no longer, in bytes.
  private static let longestLabel = 32

  /// A line of a list is no longer, in bytes.
  private static let longestEntry = 120

  /// Marks notices, adverts and lists of books around the story as boilerplate.
  ///
  /// No story is lost to them: each is known by how it begins and stands at the edge of the text,
  /// and nothing that is like a story stands between it and the edge.
  mutating func markMatter() {
    markMatterBefore()
    markMatterBehind()
  }

  /// What the beginning of a block says; nil where its author or the source says what it is.
  private mutating func lead(_ position: Int) -> BookMatter.Lead? {
    guard !isMarked(position), let lead = BookMatter.lead(range(position), in: text),
      label(position) == nil, !signs(position).isDisclaimer
    else { return nil }
    return lead
  }

  // MARK: Before the story

  private mutating func markMatterBefore() {
    var position = 0
    var end = 0
    while position < min(visible.count, max(headEnd, end) + Self.mostMatter) {
      if kinds[visible[position]] == .heading {
        // What stands before it has been told already.
      } else if isFrontMatter(position) {
        // A label alone on its line is about the paragraph below it.
        let isLabel = lead(position) == .all && range(position).count <= Self.longestLabel
        let last = isLabel && position + 1 < visible.count ? position + 1 : position
        for index in position...last where kinds[visible[index]] != .heading {
          if !isMarked(index) { kinds[visible[index]] = .boilerplate }
          position = index
        }
        end = position + 1
      } else if position < headEnd {
        // A note, a title.
      } else if !isMarked(position), !isBreak(position) {
        break
      }
      position += 1
    }
    headEnd = max(headEnd, end)
  }

  private mutating func isFrontMatter(_ position: Int) -> Bool {
    switch lead(position) {
    case .notice, .all: true
    case .weak: BookMatter.hasSign(range(position), in: text)
    case .list, .person, nil: false
    }
  }

  // MARK: Behind the story

  private mutating func markMatterBehind() {
    var end = visible.count
    while end > headEnd, isMarked(end - 1) || isBreak(end - 1) { end -= 1 }
    guard let start = matterStart(before: end) else { return }
    for position in start..<end where !isMarked(position) {
      kinds[visible[position]] = .boilerplate
    }
    storyEnd = start
  }

  private func bytesBefore(_ position: Int) -> Int {
    blocks[visible[position]].span.start - (headEnd > 0 ? blocks[visible[headEnd - 1]].span.end : 0)
  }

  /// Where such matter begins that reaches to `end`; nil where there is none.
  private mutating func matterStart(before end: Int) -> Int? {
    var start: Int?
    var bytes = 0
    /// Whether all so far is like a list; whether nobody speaks in it, and a word of the trade
    /// stands there.
    var isList = true
    var isSilent = true
    var hasSign = false
    let last = max(headEnd, end - Self.mostMatter)
    for position in stride(from: end - 1, through: last, by: -1) {
      let range = range(position)
      bytes += range.count
      if bytes > Self.longestMatter { break }
      if isBreak(position) || isMarked(position) { continue }
      let isTrade = isList && BookMatter.hasSign(range, in: text)
      hasSign = hasSign || isTrade
      isSilent = isSilent && !startsAsSpeech(position)
      // Behind prose only a heading's lead counts, and a heading is short.
      let mayLead = isList || range.count <= Self.longestEntry
      let isMatter: Bool
      switch mayLead ? lead(position) : nil {
      // A book has more story than that; else the story may stand behind it.
      case .all: isMatter = bytes <= bytesBefore(position)
      case .person:
        isMatter = isSilent && bytes <= min(Self.longestPerson, bytesBefore(position))
      case .notice, .list: isMatter = isList
      case .weak: isMatter = isList && hasSign
      case nil: isMatter = false
      }
      if isMatter {
        start = position
        isList = true
      } else {
        isList = isList && isSilent && (isTrade || range.count <= Self.longestEntry)
      }
    }
    return start
  }
}
