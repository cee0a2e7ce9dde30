import FicModel

/// Goes through the lines of a chapter that has a script and gives each to the turn that it
/// belongs to.
struct ScriptWriter {
  private let text: [UInt8]
  private let lines: [ScriptLine]
  /// The labels of the lines that are turns, with the styles that they are read in.
  private var labels: [(line: LabelledLine, style: LabelStyle)?] = []
  /// For each line how many paragraphs on the next turn begins; a large number where none does.
  private var distances: [Int] = []
  /// Whether blank lines part the paragraphs.
  private let isSpaced: Bool
  /// Whether a program wrote down who says what.
  private let hasLog: Bool
  /// The paragraph of the last line of a log.
  private var lastMessage = -100
  private var script = Script()

  private var turn: OpenTurn?
  /// Whether the run of lines without a blank one began with a turn.
  private var beganWithTurn = false

  /// The turn that lines are given to.
  private struct OpenTurn {
    var label: LabelledLine
    var style: LabelStyle
    /// The block and the part of it that is said so far; nil before the first words.
    var content: (block: Int, span: TextSpan)?
    var lastBlock: Int
    var paragraphs = 0
    /// Whether a blank line parts the label from what is said.
    var isParted = false
    var hasContent: Bool { content != nil || paragraphs > 0 }
  }

  /// So many further paragraphs may belong to a turn at most.
  private static let longestTurn = 12

  /// Creates a writer; `candidates` has an entry for each line.
  init(
    text: [UInt8],
    lines: [ScriptLine],
    candidates: [LabelledLine?],
    surveys: [LabelSurvey]
  ) {
    self.text = text
    self.lines = lines
    isSpaced = lines.count(where: \.isAfterBlank) * 4 >= lines.count
    var cursors = [Int](repeating: 0, count: surveys.count)
    for (index, (line, candidate)) in zip(lines, candidates).enumerated() {
      guard let candidate, let style = surveys[candidate.form.rawValue].style else {
        labels.append(nil)
        continue
      }
      let form = candidate.form.rawValue
      let stretches = surveys[form].stretches
      while cursors[form] < stretches.count, stretches[cursors[form]].upperBound < line.paragraph {
        cursors[form] += 1
      }
      let isInside =
        cursors[form] < stretches.count && stretches[cursors[form]].contains(line.paragraph)
      let isFollowed = index + 1 < lines.count && !lines[index + 1].isAfterBlank
      let isTurn = style.takes(candidate, inScript: isInside, isFollowed: isFollowed)
      labels.append(isTurn ? (candidate, style) : nil)
    }
    hasLog = labels.contains { $0.map { $0.style.isChat && $0.line.isLogged } ?? false }
    distances = [Int](repeating: Int.max, count: lines.count)
    var next: Int?
    for index in lines.indices.reversed() {
      if let next { distances[index] = next - lines[index].paragraph }
      if labels[index] != nil { next = lines[index].paragraph }
    }
  }

  /// The turns of the chapter.
  mutating func turns() -> Script {
    for index in lines.indices { read(index) }
    close()
    addStretches()
    return script
  }

  private mutating func read(_ index: Int) {
    let line = lines[index]
    if line.isAfterBlank { beganWithTurn = labels[index] != nil }
    if let label = labels[index] {
      close()
      turn = OpenTurn(label: label.line, style: label.style, lastBlock: line.block)
      if label.line.isLogged { lastMessage = line.paragraph }
      if label.style.isQuoted {
        script.labels[line.block] = script.labels[line.block] ?? label.line.label
        turn = nil
        return
      }
      script.turns[line.block, default: []] += []
      if !label.line.content.isEmpty { take(label.line.content, of: line) }
      return
    }
    if index > 0, labels[index - 1]?.line.isAboveTime == true {
      lastMessage = line.paragraph
      script.turns[line.block, default: []] += []
      return
    }
    let prose = Prose(text, in: line.span)
    if isInLog(index), StageLine.isNoise(prose) {
      close()
      lastMessage = line.paragraph
      script.turns[line.block, default: []] += []
      return
    }
    guard turn != nil else { return }
    if StageLine.isSlug(prose) {
      close()
    } else if belongs(index) {
      take(line.span, of: line)
    } else {
      close()
    }
  }

  /// Whether messages of a log stand shortly before or after a line.
  private func isInLog(_ index: Int) -> Bool {
    guard hasLog else { return false }
    return distances[index] <= 3 || lines[index].paragraph - lastMessage <= 3
  }

  /// Whether a line without a label goes on with the open turn.
  private func belongs(_ index: Int) -> Bool {
    guard let turn else { return false }
    let line = lines[index]
    if line.block == turn.lastBlock { return true }
    let stands = turn.label.form == .cue || turn.label.form == .header
    if stands, !turn.hasContent { return true }
    guard turn.paragraphs < Self.longestTurn else { return false }
    // A chat goes on with the next turn soon; what comes after its end is story again.
    let isSandwiched = distances[index] <= 3
    if line.isAfterBlank {
      // Where messages stand right by their names, a paragraph of its own is the story's.
      return turn.style.isChat && stands && turn.isParted && distances[index] <= 2
        && line.span.count <= 300
    }
    if beganWithTurn, isSpaced { return true }
    return (turn.label.isLogged || stands) && isSandwiched
  }

  private mutating func take(_ span: TextSpan, of line: ScriptLine) {
    guard var open = turn else { return }
    if !open.hasContent { open.isParted = line.isAfterBlank }
    if let content = open.content, content.block == line.block {
      open.content = (line.block, TextSpan(content.span.start, span.end))
    } else {
      if open.content != nil { flush(open) }
      open.content = (line.block, span)
      open.paragraphs += 1
    }
    open.lastBlock = line.block
    if open.label.isLogged { lastMessage = line.paragraph }
    script.turns[line.block, default: []] += []
    // A direction between a name and its speech is not the speech.
    if open.paragraphs == 1, isDirection(span), !open.style.isChat, open.label.content.isEmpty {
      open.content = nil
      open.paragraphs = 0
    }
    turn = open
  }

  private func isDirection(_ span: TextSpan) -> Bool {
    let prose = Prose(text, in: span)
    return SpokenPieces(prose: prose).pieces(of: span).isEmpty
  }

  private mutating func close() {
    if let turn { flush(turn) }
    turn = nil
  }

  /// Writes down what is said of a turn in one block.
  private mutating func flush(_ turn: OpenTurn) {
    guard let (block, span) = turn.content else { return }
    let prose = Prose(text, in: span)
    // "<Media omitted>" is the program's.
    let isOmitted = text[span.start] == 0x3C && text[span.end - 1] == 0x3E
    if turn.style.isChat, isOmitted { return }
    let pieces = turn.style.isChat ? [span] : SpokenPieces(prose: prose).pieces(of: span)
    for piece in pieces {
      script.turns[block, default: []].append(
        ScannedQuotation(
          quotation: Quotation(span: piece, content: piece),
          kind: turn.style.isChat ? .textMessage : .speech,
          label: turn.label.label
        )
      )
    }
  }

  /// Notes where scripts lie: turns of a play with nothing but a few directions between them.
  private mutating func addStretches() {
    var last: ScriptLine?
    for (index, line) in lines.enumerated() {
      guard let label = labels[index], !label.style.isChat, !label.style.isQuoted else { continue }
      if let last, line.paragraph - last.paragraph <= 8, let open = script.stretches.popLast() {
        script.stretches.append(open.lowerBound...line.block)
      } else {
        script.stretches.append(line.block...line.block)
      }
      last = line
    }
  }
}
