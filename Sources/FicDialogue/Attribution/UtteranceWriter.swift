import FicModel
import FicParsing

/// Turns what was read of a chapter into utterances and mentions.
struct UtteranceWriter {
  private let chapter: TokenizedChapter
  private let reading: SpeakerReader.Reading
  private let traits: [Traits]
  private let titles: [[Int32]]
  private let narrators: [Int?]
  private let ids: [CastID?]

  /// Creates a writer.
  ///
  /// `titles` holds what each member bears, `narrators` who is "I" in each scene, `ids` each
  /// member's place in the cast, or nil.
  init(
    chapter: TokenizedChapter,
    reading: SpeakerReader.Reading,
    traits: [Traits],
    titles: [[Int32]],
    narrators: [Int?],
    ids: [CastID?]
  ) {
    self.chapter = chapter
    self.reading = reading
    self.traits = traits
    self.titles = titles
    self.narrators = narrators
    self.ids = ids
  }

  /// The utterances of the chapter, in reading order.
  func utterances() -> [Utterance] {
    var ranker = AddresseeRanker(
      reading,
      of: chapter,
      traits: traits,
      titles: titles,
      narrators: narrators
    )
    let addressees = ranker.addressees()
    var result: [Utterance] = []
    // In place: a copy of a turn would retain each of its lists.
    for index in reading.turns.indices {
      let attribution = attribution(of: index)
      let told = reading.told[index]?.addressees ?? []
      let to = (told.isEmpty ? addressees[index] : told).compactMap { ids[$0] }
      for part in reading.turns[index].parts { append(part, attribution, to, &result) }
    }
    for paragraph in chapter.paragraphs {
      for scanned in paragraph.paragraph.quotations where scanned.kind == .notSpeech {
        result.append(
          Utterance(
            kind: .notSpeech,
            quotations: [scanned.quotation],
            attribution: Attribution(
              speaker: nil,
              form: .implicit,
              rule: "NotSpeech",
              confidence: 0
            )
          )
        )
      }
    }
    return result.sorted { $0.span < $1.span }
  }

  /// Adds a quotation to the turn's utterance of its paragraph and kind, or begins one.
  private func append(
    _ part: Turn.Part,
    _ attribution: Attribution,
    _ addressees: [CastID],
    _ result: inout [Utterance]
  ) {
    let paragraph = chapter.paragraphs[part.paragraph].paragraph
    let scanned = paragraph.quotations[part.quotation]
    if part.quotation > 0,
      Self.isSame(result.last, scanned.kind, attribution, from: paragraph.span.start)
    {
      // In place: a copy of all quotations for each would be quadratic.
      result[result.count - 1].quotations.append(scanned.quotation)
      return
    }
    result.append(
      Utterance(
        kind: scanned.kind,
        quotations: [scanned.quotation],
        attribution: attribution,
        addressees: addressees
      )
    )
  }

  /// Whether an utterance is of a kind and an attribution, and begins no earlier than its
  /// paragraph.
  private static func isSame(
    _ utterance: Utterance?,
    _ kind: UtteranceKind,
    _ attribution: Attribution,
    from start: Int
  ) -> Bool {
    guard let utterance else { return false }
    return utterance.kind == kind && utterance.attribution == attribution
      && utterance.span.start >= start
  }

  private func attribution(of index: Int) -> Attribution {
    let decision = reading.decisions[index]
    if reading.told[index]?.speaker != nil {
      return Attribution(
        speaker: decision.member.flatMap { ids[$0] },
        form: form(by: reading.turns[index].tag),
        rule: RuleName.correction.rawValue,
        confidence: 1
      )
    }
    let (rule, evidence) = evidence(of: index)
    return Attribution(
      speaker: decision.member.flatMap { ids[$0] },
      form: form(by: reading.turns[index].tag),
      rule: rule.rawValue,
      evidence: evidence.flatMap(span),
      confidence: Calibration.standard.confidence(decision.probability)
    )
  }

  private func form(by tag: Finding?) -> Attribution.Form {
    guard let tag else { return .implicit }
    if case .member = tag.subject.kind { return .explicit }
    return .anaphoric
  }

  /// The rule that fits the decision, and its words.
  private func evidence(of index: Int) -> (RuleName, Range<Int>?) {
    let speaker = reading.decisions[index].member
    if let tag = reading.turns[index].tag { return (tag.rule, tag.evidence) }
    for order in 0..<2 {
      let beat = order == 0 ? reading.turns[index].following : reading.turns[index].leading
      guard let beat else { continue }
      if case .member(let member) = beat.subject.kind, member != speaker { continue }
      return (beat.rule, beat.evidence)
    }
    guard index > 0, reading.turns[index - 1].scene == reading.turns[index].scene else {
      return (.recency, nil)
    }
    if let speaker, reading.turns[index - 1].vocatives.contains(speaker) { return (.vocative, nil) }
    if index > 1, reading.decisions[index - 2].member == speaker { return (.alternation, nil) }
    return (.recency, nil)
  }

  private func span(of tokens: Range<Int>) -> TextSpan? {
    guard let first = tokens.first, let last = tokens.last,
      chapter.tokens.indices.contains(last)
    else { return nil }
    return TextSpan(Int(chapter.tokens[first].start), Int(chapter.tokens[last].end))
  }

  /// The places where the chapter names somebody of the cast.
  func mentions() -> [Mention] {
    chapter.names.compactMap { name in
      guard name.member >= 0, let id = ids[name.member], let span = span(of: name.tokens) else {
        return nil
      }
      return Mention(span: span, member: id)
    }
  }
}
