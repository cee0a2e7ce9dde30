import FicIndex
import FicModel

extension RecordReader {
  /// The forms of an attribution, in the order of their stored numbers.
  static let forms: [Attribution.Form] = [.explicit, .anaphoric, .implicit]

  /// Restores a chapter's records.
  ///
  /// Of the cast, the result has only the members who occur in the chapter, each with one name that
  /// holds all the names under which the index has the member; that is what deleting needs.
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
    guard try reader.number() == RecordWriter.chapterForm else { throw reader.damaged("form") }
    var records = head
    try reader.read(into: &records.chapter)
    records.scenes = try reader.all { (reader) throws(DamagedRecord) in
      var unit = try reader.unit()
      unit.present = try reader.all { (reader) throws(DamagedRecord) in try reader.member() }
      return unit
    }
    records.utterances = try reader.all { (reader) throws(DamagedRecord) in try reader.unit() }
    let count = records.chapter.utterances.count
    records.utteranceIndexes = try reader.all { (reader) throws(DamagedRecord) in
      let index = try reader.signed()
      guard (0..<count).contains(index) else { throw reader.damaged("utterance") }
      return index
    }
    records.matter = try reader.all { (reader) throws(DamagedRecord) in try reader.unit() }
    records.cast = try reader.cast()
    guard records.utterances.count == records.utteranceIndexes.count else {
      throw reader.damaged("unit")
    }
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

  private mutating func unit() throws(DamagedRecord) -> IndexUnit {
    IndexUnit(span: try span(), words: try signed(), scene: try signed())
  }

  private mutating func cast() throws(DamagedRecord) -> [CastMember] {
    var cast: [CastMember] = []
    let members = try all { (reader) throws(DamagedRecord) in
      (id: try reader.number(), names: try reader.text())
    }
    for member in members {
      guard (cast.count..<RowKey.maximumMembers).contains(member.id) else { throw damaged("name") }
      while cast.count < member.id { cast.append(CastMember(name: "")) }
      cast.append(CastMember(name: member.names))
    }
    return cast
  }
}
