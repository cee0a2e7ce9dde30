import FicModel

/// Goes through the blocks of one chapter and makes its scenes.
struct SceneBuilder {
  /// How many breaks were left out for the bound.
  private(set) var cut = 0

  private let draft: ChapterDraft
  private let lines: [BreakLine?]
  private let evidence: BreakEvidence
  private let blankThreshold: Int?
  private let counters: Set<Int>

  private var finished: [Scene] = []
  private var span: TextSpan?
  private var opening: SceneBreak = .opening
  private var pendingBreak: SceneBreak?
  private var pointOfView: String?
  private var place: String?
  private var pendingPointOfView: String?
  private var pendingPlace: String?
  private var isInFlashback = false

  init(_ draft: ChapterDraft, lines: [BreakLine?], evidence: BreakEvidence) {
    self.draft = draft
    self.lines = lines
    self.evidence = evidence
    blankThreshold = BlankRuns(Self.gaps(of: draft)).threshold
    counters = Self.countingBlocks(lines)
  }

  /// The scenes, in order.
  mutating func scenes() -> [Scene] {
    var zones = ZoneCursor(draft.chapter.zones)
    var isAfterStory = false
    for (index, block) in draft.blocks.enumerated() {
      let kind = zones.kind(at: block.span.start)
      if case .blank(let lines) = block.kind {
        if isAfterStory, kind == .story, let blankThreshold, lines >= blankThreshold {
          note(.blankLines)
        }
        continue
      }
      guard kind == .story else {
        if kind == .heading, span != nil { note(.ornament) }
        isAfterStory = false
        continue
      }
      isAfterStory = !isBreak(at: index)
      if isAfterStory { extend(over: block) }
    }
    close()
    return finished
  }

  // MARK: Breaks

  /// Takes note of a break line; false where the block is prose.
  private mutating func isBreak(at index: Int) -> Bool {
    let isFresh = span == nil || pendingBreak != nil
    switch lines[index] {
    case .ornament: note(.ornament)
    case .flashback:
      note(.flashback)
      isInFlashback = true
    case .flashbackEnd:
      note(.flashback)
      isInFlashback = false
      pendingPlace = nil
    case .pointOfView(let name):
      note(.pointOfView)
      pendingPointOfView = name
    case .slug(let text):
      if pendingBreak == nil, introducesLetter { return false }
      note(.slug)
      addPlace(text)
    case .name(let name, let isOrnamented)
    where evidence.namesPointsOfView(isOrnamented: isOrnamented, afterBreak: isFresh):
      note(.pointOfView)
      pendingPointOfView = name
    case .place(let text)
    where pendingBreak != nil || span == nil && text.utf8.contains(UInt8(ascii: ",")):
      note(.slug)
      addPlace(text)
    case .counter where counters.contains(index): note(.ornament)
    case .token(let key) where evidence.isBreak(token: key): note(.ornament)
    default: return false
    }
    return true
  }

  /// How long the place and time of several lines may get, in bytes.
  private static let longestPlace = 200

  /// Takes note of a line that names a place or a time, after those before it.
  private mutating func addPlace(_ text: String) {
    let before = pendingPlace.map { $0 + ", " } ?? ""
    if before.utf8.count < Self.longestPlace { pendingPlace = before + text }
  }

  /// Whether the narrative so far ends in a colon: what follows is a letter with its date.
  private var introducesLetter: Bool {
    guard let span else { return false }
    let end = draft.chapter.text[..<span.end].suffix(4)
    return end.contains(UInt8(ascii: ":"))
  }

  /// The first mark of a gap is what opens the scene after it.
  private mutating func note(_ kind: SceneBreak) {
    if pendingBreak == nil || pendingBreak == .blankLines { pendingBreak = kind }
  }

  private mutating func extend(over block: Block) {
    let visible = WhiteSpace.trim(block.span.range, in: draft.chapter.text)
    guard !visible.isEmpty else { return }
    if pendingBreak != nil { startScene() }
    span = TextSpan(span?.start ?? visible.lowerBound, visible.upperBound)
  }

  private mutating func startScene() {
    if span != nil, finished.count + 1 >= SceneSegmenter.chapterLimit {
      cut += 1
      pendingBreak = nil
      return
    }
    let isFirst = span == nil && finished.isEmpty
    close()
    opening = isFirst && pendingBreak == .ornament ? .opening : pendingBreak ?? .opening
    pointOfView = pendingPointOfView
    place = pendingPlace ?? (isInFlashback ? "flashback" : nil)
    pendingBreak = nil
    pendingPointOfView = nil
    pendingPlace = nil
  }

  private mutating func close() {
    guard let span else { return }
    finished.append(
      Scene(span: span, sceneBreak: opening, pointOfView: pointOfView, placeAndTime: place)
    )
    self.span = nil
  }

  // MARK: Measures

  /// The numbers of blank lines between neighbouring paragraphs of story.
  private static func gaps(of draft: ChapterDraft) -> [Int] {
    var zones = ZoneCursor(draft.chapter.zones)
    var gaps: [Int] = []
    var blank = 0
    var isAfterStory = false
    var isInScript = false
    for (index, block) in draft.blocks.enumerated() {
      if case .blank(let lines) = block.kind {
        blank += lines
        continue
      }
      let isStory = zones.kind(at: block.span.start) == .story
      // How a chat sets its messages says nothing of the paragraphs of a story.
      let isTurn = draft.script.covers(index)
      if isStory, isAfterStory, !isTurn || !isInScript { gaps.append(blank) }
      isInScript = isTurn
      isAfterStory = isStory
      blank = 0
    }
    return gaps
  }

  /// The blocks with bare numbers that count up by one: sections of the chapter.
  private static func countingBlocks(_ lines: [BreakLine?]) -> Set<Int> {
    var blocks: [Int] = []
    var last: Int?
    for (index, line) in lines.enumerated() {
      guard case .counter(let number) = line else { continue }
      if last == nil ? number <= 2 : number == (last ?? 0) + 1 {
        blocks.append(index)
        last = number
      }
    }
    // A lone 2 is the second of two sections, the first of which the chapter's heading took.
    return blocks.count > 1 || last == 2 ? Set(blocks) : []
  }
}
