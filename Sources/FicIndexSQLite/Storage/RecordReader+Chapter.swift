import FicIndex
import FicModel

extension RecordReader {
  /// The forms of an attribution, in the order of their stored numbers.
  static let forms: [Attribution.Form] = [.explicit, .anaphoric, .implicit]

  /// Restores a chapter's records, without a cast.
  ///
  /// The first form has more behind what the parser read, which is made anew since.
  ///
  /// - Parameters:
  ///   - bytes: What `RecordWriter.bytes(of:)` made.
  ///   - head: The key, the path and the fingerprint, with the text in its chapter.
  /// - Returns: The head, completed.
  /// - Throws: `DamagedRecord` where the bytes are not sound.
  static func records(
    _ bytes: [UInt8],
    completing head: ChapterRecords
  ) throws(DamagedRecord) -> ChapterRecords {
    var reader = RecordReader(bytes, textCount: head.chapter.text.count)
    guard (1...RecordWriter.chapterForm).contains(try reader.number()) else {
      throw reader.damaged("form")
    }
    var records = head
    try reader.read(into: &records.chapter)
    return records
  }

  private mutating func read(into chapter: inout Chapter) throws(DamagedRecord) {
    chapter.title.printedNumber = try optionalText()
    chapter.title.title = try optionalText()
    chapter.document = try signed()
    chapter.offsetMap = try offsetMap()
    chapter.paragraphs = try all { (reader) throws(DamagedRecord) in try reader.span() }
    chapter.zones = try all { (reader) throws(DamagedRecord) in
      Zone(
        kind: try reader.choice(of: ZoneKind.self),
        span: try reader.span(),
        isInline: try reader.flag()
      )
    }
    chapter.scenes = try all { (reader) throws(DamagedRecord) in
      Scene(
        span: try reader.span(),
        sceneBreak: try reader.choice(of: SceneBreak.self),
        pointOfView: try reader.optionalText(),
        placeAndTime: try reader.optionalText()
      )
    }
    let rules = try all { (reader) throws(DamagedRecord) in try reader.text() }
    chapter.utterances = try all { (reader) throws(DamagedRecord) in
      try reader.utterance(rules: rules)
    }
    chapter.mentions = try all { (reader) throws(DamagedRecord) in
      Mention(span: try reader.span(), member: try reader.member())
    }
  }

  private mutating func offsetMap() throws(DamagedRecord) -> OffsetMap {
    var last = OffsetMap.Checkpoint(text: 0, source: 0, line: 0)
    return OffsetMap(
      checkpoints: try all { (reader) throws(DamagedRecord) in
        last.text &+= try reader.signed()
        last.source &+= try reader.signed()
        last.line &+= try reader.signed()
        guard last.text >= 0, last.source >= 0, last.line >= 0 else {
          throw reader.damaged("place")
        }
        return last
      }
    )
  }

  private mutating func utterance(rules: [String]) throws(DamagedRecord) -> Utterance {
    let kind = try choice(of: UtteranceKind.self)
    let quotations = try all { (reader) throws(DamagedRecord) in
      Quotation(
        span: try reader.span(),
        content: try reader.span(),
        continues: try reader.flag(),
        isUnbalanced: try reader.flag(),
        nested: try reader.all { (reader) throws(DamagedRecord) in try reader.span() }
      )
    }
    let attribution = try attribution(rules: rules)
    let addressees = try all { (reader) throws(DamagedRecord) in try reader.member() }
    return Utterance(
      kind: kind,
      quotations: quotations,
      attribution: attribution,
      addressees: addressees
    )
  }

  private mutating func attribution(rules: [String]) throws(DamagedRecord) -> Attribution {
    let speaker = try flag() ? try member() : nil
    let form = try number()
    let rule = try number()
    guard Self.forms.indices.contains(form), rules.indices.contains(rule) else {
      throw damaged("attribution")
    }
    let evidence = try optionalSpan()
    return Attribution(
      speaker: speaker,
      form: Self.forms[form],
      rule: rules[rule],
      evidence: evidence,
      confidence: Double(try number()) / 1000
    )
  }

  private mutating func member() throws(DamagedRecord) -> CastID {
    let id = try signed()
    guard (0..<RowKey.maximumMembers).contains(id) else { throw damaged("cast member") }
    return CastID(rawValue: id)
  }
}
