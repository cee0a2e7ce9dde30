import FicModel

/// A chapter on its way to the screen: line by line, with its margin, its marks and its notes.
struct ExplainedChapter {
  private let chapter: Chapter
  private let style: PrintStyle
  private let notes: UtteranceNotes
  private var marks: SpanMarks
  private var lines: LineCount
  private var zones = SpanCursor()
  private var scenes = SpanCursor()
  private var paragraphs = SpanCursor()
  /// What the last visible line lies in: its zone, and its scene where it is in one.
  private var lastPlace: (zone: Int, scene: Int?)?
  private var shown = ShownUtterances()

  init(_ chapter: Chapter, cast: [CastMember], style: PrintStyle) {
    self.chapter = chapter
    self.style = style
    notes = UtteranceNotes(chapter: chapter, cast: cast, style: style)
    marks = SpanMarks(chapter)
    lines = LineCount(chapter)
  }

  /// Writes the chapter's lines.
  mutating func write(to output: inout some TextOutputStream) {
    var start = 0
    while start < chapter.text.count {
      let rest = chapter.text[start...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? chapter.text.count
      write(TextSpan(start, end), number: lines.number(at: start), to: &output)
      start = end + 1
    }
    writeNotes(to: &output)
  }

  private mutating func write(
    _ line: TextSpan,
    number: Int,
    to output: inout some TextOutputStream
  ) {
    guard let first = chapter.text[line.range].firstIndex(where: { $0 > 0x20 }) else {
      writeNotes(to: &output)
      return output.write(Margin.blank(isInScene: isInScene(line.start), style: style) + "\n")
    }
    let zone = zones.move(to: first, in: chapter.zones) { $0.span } ?? 0
    // A scene may begin within the line, after a note.
    let scene =
      scenes.move(to: first, in: chapter.scenes) { $0.span }
      ?? scenes.next(before: line.end, in: chapter.scenes) { $0.span }
    let margin = margin(zone, scene, number: number, to: &output)
    let text = marks.marked(line, of: chapter, zone: zone, shown: &shown)
    for (index, row) in MarkedFlow(width: Margin.textWidth(style)).rows(of: text).enumerated() {
      let bar = Margin.row(isInScene: scene != nil, style: style)
      output.write((index == 0 ? margin : bar) + row.painted(style) + "\n")
      if let under = row.underline { output.write(bar + style.paint(under, .dim) + "\n") }
    }
    let paragraph = paragraphs.move(to: first, in: chapter.paragraphs) { $0 }
    if let paragraph, chapter.paragraphs[paragraph].end > line.end + 1 { return }
    writeNotes(to: &output)
  }

  /// The margin of a line; a scene that begins there gets a row of its own before it.
  private mutating func margin(
    _ zone: Int,
    _ scene: Int?,
    number: Int,
    to output: inout some TextOutputStream
  ) -> String {
    let isSame = lastPlace.map { $0.zone == zone && $0.scene == scene } ?? false
    let isNewScene = scene != nil && scene != lastPlace?.scene
    lastPlace = (zone, scene)
    if isNewScene, let scene {
      let opening = SceneOpening.words(of: chapter.scenes[scene], number: scene + 1)
      output.write(Margin.scene(scene + 1, opening, style: style) + "\n")
    }
    let isPlainStory = scene != nil && kind(of: zone) == .story
    let label = isSame || isPlainStory ? "" : Margin.label(of: kind(of: zone))
    return Margin.line(number, label, isInScene: scene != nil, style: style)
  }

  private func kind(of zone: Int) -> ZoneKind {
    chapter.zones.indices.contains(zone) ? chapter.zones[zone].kind : .story
  }

  private mutating func isInScene(_ offset: Int) -> Bool {
    scenes.move(to: offset, in: chapter.scenes) { $0.span } != nil
  }

  private mutating func writeNotes(to output: inout some TextOutputStream) {
    for (index, utterance) in shown.utterances.enumerated() {
      notes.write(utterance, number: index + 1, isInScene: lastPlace?.scene != nil, to: &output)
    }
    shown = ShownUtterances()
  }
}
