import FicModel
import FicPrinter

/// A small parsed work, made by hand: its words are found in the text, so that nothing is counted.
enum SampleWork {
  static let text = """
    Chapter II: The Clerk

    A/N: short one, sorry!

    “I never said that,” said Smith, “and I was not there when the lamp went \
    out, whatever the boatman tells you.” Nobody laughed. (A/N: not even me.)

    “Did he\tthink so?” Crane asked nobody.

    * * *

    \u{1B}[31mThe “quick” boat\u{9B}31m went.

    “非常に静かだ,” she
    said to 田中.

    """

  static let cast = [
    CastMember(name: "Crane", aliases: ["Agent Crane"], gender: .female, mentions: 1),
    CastMember(
      name: "Smith",
      aliases: ["John Smith", "Mr Smith"],
      gender: .male,
      isNarrator: true,
      mentions: 2
    ),
    CastMember(name: "the boatman", kind: .described),
    CastMember(name: "the twins", kind: .group, mentions: 0),
  ]

  static var chapter: Chapter {
    let scene = TextSpan(span("“I never").start, span("asked nobody.").end)
    let second = TextSpan(span("\u{1B}[31m").start, span("田中.").end)
    var chapter = Chapter(text: Array(text.utf8))
    chapter.title = ChapterTitle(printedNumber: "II", title: "The Clerk")
    chapter.zones = zones
    chapter.scenes = [
      Scene(span: scene, sceneBreak: .opening, pointOfView: "Smith"),
      Scene(span: second, sceneBreak: .ornament, placeAndTime: "London, 1891"),
    ]
    chapter.utterances = utterances
    chapter.paragraphs = [
      TextSpan(scene.start, span("not even me.)").end),
      span("“Did he\tthink so?” Crane asked nobody."),
      span("\u{1B}[31mThe “quick” boat\u{9B}31m went."), span("“非常に静かだ,” she\nsaid to 田中."),
    ]
    return chapter
  }

  private static var zones: [Zone] {
    let note = span("A/N: short one, sorry!\n")
    let inline = span("(A/N: not even me.)")
    return [
      Zone(kind: .heading, span: TextSpan(0, note.start)),
      Zone(kind: .authorsNote, span: note),
      Zone(kind: .story, span: TextSpan(note.end, inline.start)),
      Zone(kind: .authorsNote, span: inline, isInline: true),
      Zone(kind: .story, span: TextSpan(inline.end, text.utf8.count)),
    ]
  }

  private static var utterances: [Utterance] {
    [
      utterance(
        [
          "“I never said that,”",
          "“and I was not there when the lamp went out, whatever the boatman tells you.”",
        ],
        Attribution(
          speaker: CastID(rawValue: 1),
          form: .explicit,
          rule: "InvertedTag",
          evidence: span("said Smith"),
          confidence: 0.974
        ),
        to: [CastID(rawValue: 0), CastID(rawValue: 2)]
      ),
      utterance(
        ["“Did he\tthink so?”"],
        Attribution(
          speaker: CastID(rawValue: 0),
          form: .implicit,
          rule: "Alternation",
          evidence: span("Smith,"),
          confidence: 0.42
        ),
        kind: .thought
      ),
      utterance(
        ["“quick”"],
        Attribution(speaker: nil, form: .implicit, rule: "NotSpeech", confidence: 0),
        kind: .notSpeech
      ),
      utterance(
        ["“非常に静かだ,”"],
        Attribution(
          speaker: nil,
          form: .anaphoric,
          rule: "FollowingTag",
          evidence: span("she\nsaid"),
          confidence: 0.5
        ),
        kind: .textMessage
      ),
    ]
  }

  static func utterance(
    _ quotations: [String],
    _ attribution: Attribution,
    kind: UtteranceKind = .speech,
    to addressees: [CastID] = []
  ) -> Utterance {
    Utterance(
      kind: kind,
      quotations: quotations.map { Quotation(span: span($0), content: span($0)) },
      attribution: attribution,
      addressees: addressees
    )
  }

  /// Where `words` first stand in the text; at its start where they do not.
  static func span(_ words: String) -> TextSpan {
    let words = Array(words.utf8)
    let bytes = Array(text.utf8)
    for start in 0...max(0, bytes.count - words.count)
    where bytes[start...].starts(with: words) {
      return TextSpan(start, start + words.count)
    }
    return TextSpan(0, 0)
  }
}
