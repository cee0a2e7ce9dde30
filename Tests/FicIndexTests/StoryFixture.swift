import FicIndex
import FicModel
import MemoryIndex

/// Builds a chapter from marked lines, so that tests need no parser.
///
/// A line is a paragraph. `Smith>Jones: “Go,” he said.` is a line whose quotations Smith says to
/// Jones (`?Smith` not surely, `?` nobody knows who); `~Smith: ‘Go’` thinks. `***` parts scenes,
/// `N: ` begins a note, `H: ` a heading, `S: ` a summary.
struct StoryFixture {
  /// The members of every fixture's cast.
  static let cast = [
    CastMember(name: "John Smith", aliases: ["Smith", "Mr. Smith"]),
    CastMember(name: "Mary Jones", aliases: ["Jones", "Mary"]),
    CastMember(name: "Zoë"),
    CastMember(name: "the guard", kind: .described),
    CastMember(name: "I", isNarrator: true),
  ]

  private var chapter = Chapter(text: [])
  private var sceneStart: Int?
  private var zoneStart = 0
  private var zone = ZoneKind.story

  /// Reads the lines.
  static func chapter(_ lines: String) -> Chapter {
    var fixture = StoryFixture()
    for line in lines.split(separator: "\n") { fixture.add(String(line)) }
    fixture.endScene()
    fixture.endZone()
    fixture.chapter.offsetMap = OffsetMap(
      checkpoints: [OffsetMap.Checkpoint(text: 0, source: 0, line: 1)])
    return fixture.chapter
  }

  /// An index that holds works, each a list of chapters; where it `findsNames`, each full name of
  /// the cast in a text is a mention.
  static func index(_ works: [String: [String]], findsNames: Bool = false) -> MemoryIndex {
    let index = MemoryIndex()
    for (title, chapters) in works {
      let record = WorkRecord(
        id: WorkID(identity: title),
        identity: title,
        path: "/archive/\(title).txt",
        metadata: WorkMetadata(fields: [
          MetadataField(key: "title", value: title, origin: .header),
          MetadataField(key: "author", value: "Ann O’Nymous", origin: .header),
        ]),
        cast: cast
      )
      let id = index.putWork(record)
      for (number, lines) in chapters.enumerated() {
        var chapter = chapter(lines)
        if findsNames { chapter.mentions = mentions(in: chapter.text) }
        index.replace(
          ChapterRecordsBuilder().records(
            of: chapter,
            key: ChapterKey(work: id, chapter: number + 1),
            path: record.path,
            cast: cast
          )
        )
      }
    }
    index.commit()
    return index
  }

  /// Where the text has names, case aside, the longest of those that begin at one place.
  private static func mentions(in text: [UInt8]) -> [Mention] {
    let names = cast.enumerated().flatMap { index, member in
      member.indexedNames.map { (Array($0.lowercased().utf8), CastID(rawValue: index)) }
    }.sorted { $0.0.count > $1.0.count }
    let folded = Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
    var mentions: [Mention] = []
    var place = 0
    while place < folded.count {
      guard let (name, member) = names.first(where: { folded[place...].starts(with: $0.0) }) else {
        place += 1
        continue
      }
      mentions.append(Mention(span: TextSpan(place, place + name.count), member: member))
      place += name.count
    }
    return mentions
  }

  private mutating func add(_ line: String) {
    if line == "***" {
      endScene()
      append(line + "\n\n")
      return
    }
    let zones: [(String, ZoneKind)] = [
      ("N: ", .authorsNote), ("H: ", .heading), ("S: ", .summary),
    ]
    let kind = zones.first { line.hasPrefix($0.0) }?.1 ?? .story
    if kind != .story { endScene() }
    if kind != zone { endZone() }
    zone = kind
    if kind == .story, sceneStart == nil { sceneStart = chapter.text.count }
    addParagraph(kind == .story ? line : String(line.dropFirst(3)), isStory: kind == .story)
  }

  private mutating func addParagraph(_ line: String, isStory: Bool) {
    var text = line
    var utterance: Utterance?
    let head = line.prefix { $0 != ":" }
    if isStory, head.count < line.count, head.count < 20, line.contains(": ") {
      text = String(line.dropFirst(head.count + 2))
      utterance = Self.utterance(String(head))
    }
    let start = chapter.text.count
    append(text)
    chapter.paragraphs.append(TextSpan(start, chapter.text.count))
    if var utterance {
      utterance.quotations = Self.quotations(chapter.text, from: start)
      if !utterance.quotations.isEmpty { chapter.utterances.append(utterance) }
    }
    append("\n\n")
  }

  private static func utterance(_ head: String) -> Utterance {
    let isThought = head.hasPrefix("~")
    let isUnsure = head.contains("?")
    let names = head.filter { $0 != "~" && $0 != "?" }
      .split(separator: ">", omittingEmptySubsequences: false).map(String.init)
    return Utterance(
      kind: isThought ? .thought : .speech,
      quotations: [],
      attribution: Attribution(
        speaker: member(names.first ?? ""),
        form: .explicit,
        rule: "Fixture",
        confidence: isUnsure ? 0.3 : 0.9
      ),
      addressees: names.dropFirst().compactMap(member)
    )
  }

  private static func member(_ name: String) -> CastID? {
    cast.firstIndex { $0.indexedNames.contains(name) }.map(CastID.init)
  }

  private static func quotations(_ text: [UInt8], from start: Int) -> [Quotation] {
    var result: [Quotation] = []
    var open: Int?
    for index in start..<max(start, text.count - 2)
    where text[index] == 0xE2 && text[index + 1] == 0x80 {
      if text[index + 2] == 0x9C || text[index + 2] == 0x98 { open = index }
      if text[index + 2] == 0x9D || text[index + 2] == 0x99, let begin = open {
        result.append(
          Quotation(span: TextSpan(begin, index + 3), content: TextSpan(begin + 3, index))
        )
        open = nil
      }
    }
    return result
  }

  private mutating func append(_ text: String) { chapter.text += Array(text.utf8) }

  private mutating func endScene() {
    guard let start = sceneStart else { return }
    chapter.scenes.append(
      Scene(span: TextSpan(start, chapter.text.count), sceneBreak: .ornament)
    )
    sceneStart = nil
  }

  private mutating func endZone() {
    guard chapter.text.count > zoneStart else { return }
    chapter.zones.append(Zone(kind: zone, span: TextSpan(zoneStart, chapter.text.count)))
    zoneStart = chapter.text.count
  }
}
