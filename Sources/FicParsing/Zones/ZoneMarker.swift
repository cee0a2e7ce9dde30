import FicModel

/// Gives each block of one chapter its zone.
struct ZoneMarker {
  /// How many visible blocks are looked at from either end.
  static let edge = 120

  /// Unmarked text before a heading, in bytes, up to which it is front matter.
  static let longestUnmarkedFront = 4000

  /// Headings are looked for in so many bytes from the start, notes included.
  static let longestFront = 32_000

  /// How many bytes of a paragraph one point of its signs stands for.
  ///
  /// Notes of a thousand bytes have
  /// five points and more.
  private static let bytesForOnePoint = 250

  let text: [UInt8]
  let blocks: [Block]

  /// The indices of the blocks that are not blank.
  let visible: [Int]

  /// The zone of each block; nil for story and for what is not decided yet.
  var kinds: [ZoneKind?]

  /// Which blocks stand inside a scene, and which begin a reply of their own.
  var inline: Set<Int> = []
  var replies: Set<Int> = []

  /// The chapter's title, completed by the heading in the text.
  var title: ChapterTitle

  /// The position in `visible` of the first block after the head's matter.
  var headEnd = 0

  /// The position in `visible` of the first block after the story and its notes.
  var storyEnd = 0

  private var signCache: [Int: NoteSigns] = [:]

  /// What the first `edge` visible blocks say as headings, which is asked again and again.
  private var headings: [HeadingLine?] = []

  init(_ draft: ChapterDraft) {
    text = draft.chapter.text
    blocks = draft.blocks
    title = draft.chapter.title
    visible = blocks.indices.filter { !draft.blocks[$0].isBlank }
    kinds = blocks.map(\.markedZone)
    storyEnd = visible.count
    headings = visible.indices.prefix(Self.edge).map { readHeading($0) }
  }

  // MARK: What a block is

  /// The visible bytes of the block at a position of `visible`.
  func range(_ position: Int) -> Range<Int> {
    WhiteSpace.trim(blocks[visible[position]].span.range, in: text)
  }

  /// Whether the block parts scenes for certain.
  func isBreak(_ position: Int) -> Bool {
    let block = blocks[visible[position]]
    if block.kind == .rule { return true }
    guard block.kind == .paragraph || block.kind == .blockQuote else { return false }
    return BreakLine.isOrnament(block.span.range, in: text)
  }

  /// What the block says as a heading; nil where it is none.
  func heading(_ position: Int) -> HeadingLine? {
    position < headings.count ? headings[position] : readHeading(position)
  }

  private func readHeading(_ position: Int) -> HeadingLine? {
    let block = blocks[visible[position]]
    switch block.kind {
    case .heading, .paragraph:
      guard let line = HeadingCandidate.headingLine(of: block, in: text), !line.isCounterLike else {
        return nil
      }
      return line
    default: return nil
    }
  }

  /// Whether the source's markup makes a heading of the block.
  func isMarkedHeading(_ position: Int) -> Bool {
    if case .heading = blocks[visible[position]].kind { return true }
    return false
  }

  /// The label at the start of the block.
  func label(_ position: Int) -> NoteLabel? { NoteLabel.read(range(position), in: text) }

  /// The label of a header line; nil where the block is none.
  func metadataLabel(_ position: Int) -> MetadataLabel.Match? {
    guard let match = MetadataLabel.match(range(position), in: text), match.key != nil else {
      return nil
    }
    return match
  }

  /// The signs of a note in the block.
  mutating func signs(_ position: Int) -> NoteSigns {
    if let known = signCache[position] { return known }
    let signs = NoteSigns(range(position), in: text)
    signCache[position] = signs
    return signs
  }

  /// Whether the signs are many enough for the length: a novel's page has "review" in it once.
  mutating func isDense(_ position: Int) -> Bool {
    signs(position).weight * Self.bytesForOnePoint >= range(position).count
  }

  /// Whether a quotation mark or a dash begins the block, as speech does.
  func startsAsSpeech(_ position: Int) -> Bool {
    guard
      let first = String(decoding: text[range(position)].prefix(4), as: UTF8.self)
        .unicodeScalars.first
    else { return false }
    return first.isQuotationGlyph
      || first.isProseDash && !NoteSigns.isSignature(range(position), in: text)
  }

  /// Whether the block is a reply to one reader: a name, a colon or a dash, a text.
  func isReply(_ position: Int) -> Bool {
    let range = range(position)
    guard range.count > 12, !startsAsSpeech(position) else { return false }
    for index in range.prefix(41).dropFirst(2) {
      let byte = text[index]
      if byte == UInt8(ascii: "."), index + 1 < range.upperBound, text[index + 1] == 0x20 {
        return false
      }
      if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == 0x0A { return false }
      guard byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ",")
      else { continue }
      if byte == UInt8(ascii: ",") { return false }
      guard index + 1 < range.upperBound, text[index + 1] == 0x20 || text[index - 1] == 0x20 else {
        continue
      }
      let words = text[range.lowerBound..<index].split(separator: 0x20).count
      return words <= 5
    }
    return false
  }

  /// Whether the source has said what the block is.
  func isMarked(_ position: Int) -> Bool { blocks[visible[position]].markedZone != nil }

  // MARK: Marking

  /// Marks the block as what its own label or signs say, or else as `fallback`.
  mutating func mark(_ position: Int, as fallback: ZoneKind, afterNote: Bool = false) {
    let index = visible[position]
    if isMarked(position) { return }
    if let label = label(position) {
      kinds[index] = label.kind
    } else if let match = metadataLabel(position), !match.isWeak {
      kinds[index] = .summary
    } else if afterNote, isReply(position) {
      kinds[index] = .reviewReply
      replies.insert(index)
    } else {
      kinds[index] =
        fallback == .authorsNote && signs(position).isDisclaimer ? .disclaimer : fallback
    }
  }

  /// Marks the blocks of a note, which may hold several labels and replies.
  mutating func markNote(_ positions: Range<Int>) {
    var current = ZoneKind.authorsNote
    var isNext = false
    var isAfterNote = false
    for position in positions {
      if isBreak(position) {
        kinds[visible[position]] = current == .authorsNote && isAfterNote ? .authorsNote : nil
        continue
      }
      mark(position, as: isNext ? current : .authorsNote, afterNote: isAfterNote)
      let label = label(position)
      isNext = label?.isAlone ?? false
      if let label { current = label.kind }
      isAfterNote = true
    }
  }
}
