import FicIndex
import FicModel

/// A chapter written for a test: what happens in it, line by line.
struct Script {
  /// A line of a chapter.
  enum Line {
    /// Narrative.
    case told(String)
    /// Somebody says something; the numbers are places in the cast.
    case said(by: Int?, to: [Int], String)
    /// A thought.
    case thought(by: Int?, String)
    /// An author's note.
    case note(String)
    /// A scene ends.
    case sceneBreak
  }

  /// The lines of a chapter.
  var lines: [Line]

  /// Who is named in the first line of every scene, whatever it says.
  var named: [Int] = []

  /// Makes the records of a chapter, one paragraph a line.
  func records(
    work: WorkID,
    number: Int = 1,
    cast: [CastMember],
    path: String = "/archive/a.txt"
  ) -> ChapterRecords {
    var draft = Draft()
    for line in lines { draft.add(line) }
    draft.endScene()
    var chapter = Chapter(
      text: draft.text,
      title: ChapterTitle(printedNumber: "\(number)", title: "Title"),
      zones: draft.zones,
      scenes: draft.scenes,
      utterances: draft.utterances,
      paragraphs: draft.paragraphs
    )
    chapter.offsetMap = OffsetMap(checkpoints: [.init(text: 0, source: 3, line: 2)])
    chapter.mentions = draft.scenes.flatMap { scene in
      named.map { member in
        Mention(
          span: TextSpan(scene.span.start, scene.span.start + 1),
          member: CastID(rawValue: member)
        )
      }
    }
    return ChapterRecords(
      key: ChapterKey(work: work, chapter: number),
      chapter: chapter,
      path: path,
      fingerprint: Fingerprint(chapter.text),
      cast: cast
    )
  }

  private struct Draft {
    var text: [UInt8] = []
    var zones: [Zone] = []
    var scenes: [Scene] = []
    var utterances: [Utterance] = []
    var paragraphs: [TextSpan] = []
    var sceneStart: Int?

    mutating func add(_ line: Line) {
      let start = text.count
      switch line {
      case .told(let words): append(words)
      case .said(let speaker, let listeners, let words):
        append("“\(words)”")
        addUtterance(.speech, by: speaker, to: listeners, from: start)
      case .thought(let speaker, let words):
        append("“\(words)”")
        addUtterance(.thought, by: speaker, to: [], from: start)
      case .note(let words):
        endScene()
        append("A/N: \(words)")
        zones.append(Zone(kind: .authorsNote, span: TextSpan(start, text.count)))
        return
      case .sceneBreak: return endScene()
      }
      zones.append(Zone(kind: .story, span: TextSpan(start, text.count)))
      sceneStart = sceneStart ?? start
    }

    mutating func append(_ words: String) {
      let start = text.count
      text += Array("\(words)\n\n".utf8)
      paragraphs.append(TextSpan(start, text.count - 2))
    }

    mutating func addUtterance(
      _ kind: UtteranceKind,
      by speaker: Int?,
      to listeners: [Int],
      from start: Int
    ) {
      let end = text.count - 2
      let quotation = Quotation(
        span: TextSpan(start, end),
        content: TextSpan(start + 3, end - 3)
      )
      let attribution = Attribution(
        speaker: speaker.map(CastID.init(rawValue:)),
        form: .explicit,
        rule: "PostposedSpeechVerb",
        evidence: TextSpan(start, start + 3),
        confidence: speaker == nil ? 0 : 0.875
      )
      utterances.append(
        Utterance(
          kind: kind,
          quotations: [quotation],
          attribution: attribution,
          addressees: listeners.map(CastID.init(rawValue:))
        )
      )
    }

    mutating func endScene() {
      if let start = sceneStart {
        scenes.append(
          Scene(span: TextSpan(start, text.count - 2), sceneBreak: .ornament, pointOfView: "Smith")
        )
      }
      sceneStart = nil
    }
  }
}
