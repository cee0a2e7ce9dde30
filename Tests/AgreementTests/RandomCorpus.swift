import FicIndex
import FicModel
import SeededRandom

/// Makes small works whose few words recur, so that random questions find something.
struct RandomCorpus {
  /// Words that the text is made of; several fold to the same term.
  static let words = [
    "the", "the", "a", "garden", "Garden", "sea", "walk", "walked", "walking", "don’t", "don't",
    "Smith's", "café", "cafe", "lock-in", "straße", "10,000", "U.S.", "東京", "O'Brien", "ﬁre", "end",
  ]

  /// People; names share words.
  static let names = [
    ("John Smith", ["Smith", "John"]), ("Mary Smith", ["Mary", "Mrs. Smith"]),
    ("Elizabeth Bennet", []),
    ("Mr. Darcy", ["Darcy", "Fitzwilliam Darcy"]), ("O’Brien", ["the sergeant"]), ("Zoë", []),
  ]

  private var generator: SplitMix

  init(seed: UInt64) {
    generator = SplitMix(seed: seed)
  }

  /// Writes works with their chapters to several writers; it commits nothing.
  static func write(
    _ works: [(work: WorkRecord, chapters: [ChapterRecords])],
    to writers: [any IndexWriter]
  ) throws {
    for (work, chapters) in works {
      for writer in writers {
        _ = try writer.putWork(work)
        for chapter in chapters { try writer.replace(chapter) }
      }
    }
  }

  /// Two to five works with their chapters.
  mutating func works() -> [(work: WorkRecord, chapters: [ChapterRecords])] {
    (0..<number(2...5)).map { index in
      let cast = Self.names.shuffled(using: &generator).prefix(number(2...6)).map { names in
        var member = CastMember(name: names.0, aliases: names.1, isNarrator: names.0 == "Zoë")
        if chance(2) { member.firstChapters = member.indexedNames.map { _ in number(0...4) } }
        return member
      }
      let identity = "work \(index)"
      let fields = [
        MetadataField(key: "title", value: "The \(word()) \(word())", origin: .text),
        MetadataField(key: "author", value: word(), origin: .folder),
      ]
      let work = WorkRecord(
        id: WorkID(identity: identity),
        identity: identity,
        path: "/archive/\(index).txt",
        metadata: WorkMetadata(fields: Array(fields.prefix(number(0...2))) + facts()),
        cast: cast,
        // Days from 2019 to 2024; of some works none is known.
        added: chance(4) ? nil : 1_550_000_000 + number(0...150_000) * 1000
      )
      // From 512 on, chapters stand behind all others in the tables of FTS5.
      let first = chance(4) ? 510 : 1
      let chapters = (first...first + number(0...2)).map { records(of: work, number: $0) }
      return (work, chapters)
    }
  }

  /// Values of the fields that readers fill, in the spellings of several sites.
  private static let facts: [(String, [String])] = [
    ("fandom", ["The Inland Sea", "Harbour Sea", "the inland sea"]),
    ("ship", ["Smith/Jones", "Jones/John Smith", "Zoë & Smith", "SmithxJones", "Tidefire"]),
    ("char", ["John Smith", "Mary Jones", "Zoë"]), ("tag", ["Slow Burn", "Fluff", "Burning"]),
    ("status", ["Completed", "In-Progress", "Finished", "2020-01-02", "odd"]),
    ("rating", ["T", "Teen And Up Audiences", "Fiction K", "own"]),
    ("lang", ["English", "de", "en-GB", "Klingon"]), ("series", ["High Tide", "Ebb"]),
    ("url", ["https://archiveofourown.org/works/1", "http://a.livejournal.com/2.html"]),
    ("site", ["ffnet", "Somewhere"]), ("words", ["1,234", "40", "12k", "many"]),
    ("chapters", ["3/?", "22"]), ("updated", ["2021-05-06", "03-21-20", "May 2023", "never"]),
    ("published", ["2019", "1 January 2020"]), ("genre", ["Drama/Hurt/Comfort"]),
    ("warning", ["None"]), ("summary", ["An adventure by the sea."]),
  ]

  private mutating func facts() -> [MetadataField] {
    var fields: [MetadataField] = []
    for (key, values) in Self.facts where chance(2) {
      for value in values.shuffled(using: &generator).prefix(number(1...2)) {
        fields.append(MetadataField(key: key, value: value, origin: .header))
      }
    }
    return fields
  }

  /// A chapter of a work, another one at each call.
  mutating func records(of work: WorkRecord, number: Int) -> ChapterRecords {
    var draft = Draft()
    if chance(3) { addZone(.authorsNote, to: &draft, isInline: false) }
    for scene in 0..<self.number(1...3) { addScene(scene, of: work, to: &draft) }
    if chance(3) { addZone(.summary, to: &draft, isInline: false) }
    if chance(2) { draft.chapter.title.number = self.number(1...4) }
    return ChapterRecordsBuilder().records(
      of: draft.chapter,
      key: ChapterKey(work: work.id, chapter: number),
      path: work.path,
      cast: work.cast
    )
  }

  private mutating func addScene(_ index: Int, of work: WorkRecord, to draft: inout Draft) {
    let start = draft.end
    for _ in 0..<number(1...5) {
      if chance(12) { addZone(.authorsNote, to: &draft, isInline: true) }
      addParagraph(of: work, to: &draft)
    }
    let span = TextSpan(start, draft.end)
    draft.chapter.scenes.append(Scene(span: span, sceneBreak: index == 0 ? .opening : .ornament))
    draft.append("* * *\n\n")
    draft.closeZone(.story)
  }

  private mutating func addParagraph(of work: WorkRecord, to draft: inout Draft) {
    draft.append(words(0...6))
    if chance(2) {
      var quotations: [Quotation] = []
      for _ in 0..<number(1...2) {
        let start = draft.end
        draft.append("“")
        draft.append(words(1...5))
        draft.append("”")
        quotations.append(
          Quotation(
            span: TextSpan(start, draft.end),
            content: TextSpan(start + 3, draft.end - 3)
          )
        )
        draft.append(words(1...3))
      }
      draft.chapter.utterances.append(
        Utterance(
          kind: UtteranceKind.allCases[number(0...4)],
          quotations: quotations,
          attribution: Attribution(
            speaker: chance(4) ? nil : member(of: work),
            form: .explicit,
            rule: "Random",
            confidence: Double(number(0...10)) / 10
          ),
          addressees: (0..<number(0...2)).map { _ in member(of: work) }
        )
      )
    }
    if chance(4) {
      let start = draft.end
      let member = member(of: work)
      draft.append(work.cast[member.rawValue].name)
      draft.chapter.mentions.append(
        Mention(span: TextSpan(start, draft.end), member: member)
      )
    }
    draft.append(chance(5) ? "\n" : "\n\n")
  }

  private mutating func addZone(_ kind: ZoneKind, to draft: inout Draft, isInline: Bool) {
    draft.closeZone(.story)
    draft.append("A/N: " + words(1...6) + "\n\n")
    draft.closeZone(kind, isInline: isInline)
  }

  private mutating func words(_ range: ClosedRange<Int>) -> String {
    (0..<number(range)).map { _ in word() + [" ", " ", ", ", "\n", ". "][number(0...4)] }.joined()
  }

  private mutating func word() -> String { Self.words[number(0...Self.words.count - 1)] }

  private mutating func member(of work: WorkRecord) -> CastID {
    CastID(rawValue: number(0...work.cast.count - 1))
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  /// True once in `times`.
  private mutating func chance(_ times: Int) -> Bool { number(1...times) == 1 }

  /// A chapter that grows.
  private struct Draft {
    var chapter = Chapter(text: [])
    var zoneStart = 0

    var end: Int { chapter.text.count }

    mutating func append(_ text: String) { chapter.text += Array(text.utf8) }

    mutating func closeZone(_ kind: ZoneKind, isInline: Bool = false) {
      guard end > zoneStart else { return }
      chapter.zones.append(Zone(kind: kind, span: TextSpan(zoneStart, end), isInline: isInline))
      zoneStart = end
    }
  }
}
