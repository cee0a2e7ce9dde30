import FicModel
import FicParsing

/// Cuts the quotations of a chapter into turns and reads what stands beside them.
struct TurnFinder {
  let reader: PhraseReader
  let text: [UInt8]
  let narrator: Int?
  /// The turns, in reading order.
  private(set) var turns: [Turn] = []
  private var continues = false
  /// The words before those who are spoken or turned to: a list, since a hash for each word of the
  /// narration costs more than three comparisons.
  let addressing: [Int32]
  /// What makes "you" several people: after it, "you two", and before "of you", "both of you".
  let several: (after: Set<Int32>, before: Set<Int32>, of: Int32?)
  /// The words that say that several speak at once.
  let unison: Set<Int32>
  /// What may follow a name that is called: "darling".
  let endearments: Set<Int32>
  /// The words before a name by which a speaker says who it is: one, or two.
  let introductions: (alone: Set<Int32>, pairs: Set<[Int32]>)

  /// Creates a finder for a chapter; `narrator` is the member who is "I" in it.
  init(reader: PhraseReader, text: [UInt8], narrator: Int?) {
    self.reader = reader
    self.text = text
    self.narrator = narrator
    let table = reader.vocabulary.table
    addressing = ["to", "at", "towards"].compactMap { table.find($0) }
    let counts = ["two", "both", "three", "four", "all"]
    let people = ["lot", "guys", "boys", "girls", "people", "folks", "lads", "kids"]
    several = (
      after: Set((counts + people).compactMap { table.find($0) }),
      before: Set((counts + ["lot", "pair"]).compactMap { table.find($0) }),
      of: table.find("of")
    )
    let words = ["chorused", "chorus", "together", "unison", "both", "all", "time", "once"]
    unison = Set(words.compactMap { table.find($0) })
    let loving = ["darling", "dear", "dearest", "love", "honey", "sweetie", "sweetheart", "babe"]
    endearments = Set(loving.compactMap { table.find($0) })
    let pairs = [["i", "am"], ["name", "is"], ["call", "me"], ["this", "is"], ["i", "called"]]
    introductions = (
      alone: Set(["i'm", "name's"].compactMap { table.find($0) }),
      pairs: Set(pairs.map { $0.compactMap { table.find($0) } }.filter { $0.count == 2 })
    )
  }

  /// Reads the turns of the whole chapter, but not whom they name.
  ///
  /// Complexity: linear in its tokens.
  mutating func read(_ descriptions: inout Descriptions) {
    // Turns are large, and a list that grows leaves its smaller copies behind.
    let quoted = reader.chapter.paragraphs.count { !$0.quotations.isEmpty }
    turns.reserveCapacity(quoted + quoted / 8)
    for index in reader.chapter.paragraphs.indices {
      readParagraph(index, &descriptions)
    }
    var read = turns
    turns = []
    for index in read.indices {
      read[index].addressed = addressed(by: read[index].tag)
      if read[index].addressed == nil { read[index].object = object(of: read[index].tag) }
      readEnding(of: &read[index])
      read[index].isTogether = isTogether(read[index].tag)
      read[index].together = together(by: read[index].tag, &descriptions)
    }
    turns = read
  }

  /// The turns with whom they name; `people` are the mentions of the chapter.
  ///
  /// Complexity: linear in its tokens.
  func turns(naming people: [PersonMention]) -> [Turn] {
    var result = turns
    var narration = Narration()
    for index in result.indices { readNames(of: &result[index], people, &narration) }
    return result
  }

  // MARK: - Paragraphs

  private mutating func readParagraph(_ index: Int, _ descriptions: inout Descriptions) {
    let paragraph = reader.chapter.paragraphs[index]
    let spoken = paragraph.paragraph.quotations.indices.filter {
      paragraph.paragraph.quotations[$0].kind != .notSpeech
    }
    guard let last = spoken.last else {
      if !paragraph.tokens.isEmpty { continues = false }
      return
    }
    let notes = notes(on: paragraph, spoken, &descriptions)
    var first = turns.count
    for (order, quotation) in spoken.enumerated() {
      let part = Turn.Part(paragraph: index, quotation: quotation)
      let isThought = paragraph.paragraph.quotations[quotation].kind == .thought
      let note = notes[order]
      if order == 0, continues, var open = turns.popLast() {
        open.parts.append(part)
        open.take(note)
        turns.append(open)
        first = min(first, turns.count - 1)
      } else if order > 0, goesOn(isThought: isThought, note),
        !isLabelledAnew(quotation, after: spoken[order - 1], in: paragraph),
        !touches(quotation, spoken[order - 1], in: paragraph)
      {
        // In place: a copy of all parts for each would be quadratic.
        turns[turns.count - 1].parts.append(part)
        turns[turns.count - 1].take(note)
      } else {
        var turn = Turn(
          chapter: reader.chapterIndex,
          scene: paragraph.paragraph.scene,
          parts: [part],
          isThought: isThought,
          isMessage: paragraph.paragraph.quotations[quotation].kind == .textMessage,
          sharesParagraph: order > 0
        )
        turn.take(note)
        turns.append(turn)
      }
    }
    continues = paragraph.paragraph.quotations[last].quotation.continues
    if index > 0, turns.count > first { readLead(before: index, of: first, &descriptions) }
  }

  /// Whether no word stands between two quotations of a paragraph: then another speaker answers.
  private func touches(_ quotation: Int, _ before: Int, in paragraph: TokenizedParagraph) -> Bool {
    paragraph.quotations[before].upperBound >= paragraph.quotations[quotation].lowerBound
      && !paragraph.paragraph.quotations[before].quotation.continues
      && paragraph.paragraph.quotations[before].kind == .speech
      && paragraph.paragraph.quotations[quotation].kind == .speech
  }

  /// Whether a label of its own stands before a quotation: another turn of a script begins.
  private func isLabelledAnew(
    _ quotation: Int,
    after before: Int,
    in paragraph: TokenizedParagraph
  ) -> Bool {
    let quotations = paragraph.paragraph.quotations
    return quotations[quotation].label != quotations[before].label
  }

  /// Whether a quotation of the same paragraph belongs to the last turn.
  private func goesOn(isThought: Bool, _ note: QuotationNote) -> Bool {
    guard let open = turns.last else { return false }
    return open.isThought == isThought && !open.conflicts(with: note)
  }

  /// What the narration on both sides of each quotation says.
  private func notes(
    on paragraph: TokenizedParagraph,
    _ spoken: [Int],
    _ descriptions: inout Descriptions
  ) -> [QuotationNote] {
    var notes = [QuotationNote](repeating: QuotationNote(), count: spoken.count)
    var start = paragraph.tokens.lowerBound
    for (order, quotation) in spoken.enumerated() {
      let range = paragraph.quotations[quotation]
      let scanned = paragraph.paragraph.quotations[quotation]
      if let label = scanned.label { notes[order].label = labelled(label, &descriptions) }
      let before = order > 0 ? paragraph.quotations[spoken[order - 1]] : nil
      let gap = start..<max(start, range.lowerBound)
      let place = Place(
        gap: gap,
        before: before,
        after: range,
        continuesSentence: order > 0
          && endsWithComma(paragraph.paragraph.quotations[spoken[order - 1]], gap)
      )
      notes[order].leading = leading(place, &descriptions)
      if order > 0, !leadsOn(place, notes[order].leading) {
        notes[order - 1].following = following(place, &descriptions)
        notes[order - 1].isFollowingAttached = place.continuesSentence
      }
      start = max(start, range.upperBound)
    }
    let gap = start..<max(start, paragraph.tokens.upperBound)
    if let last = spoken.last {
      let place = Place(
        gap: gap,
        before: paragraph.quotations[last],
        after: nil,
        continuesSentence: endsWithComma(paragraph.paragraph.quotations[last], gap)
      )
      notes[spoken.count - 1].following = following(place, &descriptions)
      notes[spoken.count - 1].isFollowingAttached = place.continuesSentence
    }
    return notes
  }

  /// Whether the whole narration of a place leads to the quotation after it.
  ///
  /// As in: "A." Ron said: "B."
  private func leadsOn(_ place: Place, _ leading: Finding?) -> Bool {
    guard !place.continuesSentence, let first = place.gap.first, let after = place.after?.first,
      let rule = leading?.rule, rule.isTag || rule == .leadingColon
    else { return false }
    let tokens = reader.chapter.tokens
    return tokens[first].shape.contains(.capital)
      && !tokens[after].shape.isDisjoint(with: [.colon, .comma])
      && !tokens[after].shape.contains(.stop)
  }

  private func following(_ place: Place, _ descriptions: inout Descriptions) -> Finding? {
    guard !place.gap.isEmpty else { return nil }
    for rule in AttributionRules.following {
      if let finding = rule.finding(at: place, reader, &descriptions) { return finding }
    }
    return nil
  }

  private func leading(_ place: Place, _ descriptions: inout Descriptions) -> Finding? {
    guard !place.gap.isEmpty else { return nil }
    for rule in AttributionRules.leading {
      if let finding = rule.finding(at: place, reader, &descriptions) { return finding }
    }
    return nil
  }

  /// A paragraph of narration that ends with a colon or a comma leads to the next paragraph.
  private mutating func readLead(
    before index: Int,
    of turn: Int,
    _ descriptions: inout Descriptions
  ) {
    let before = reader.chapter.paragraphs[index - 1]
    if before.quotations.isEmpty, !before.tokens.isEmpty,
      before.paragraph.scene == turns[turn].scene
    {
      let place = Place(gap: before.tokens, before: nil, after: nil, continuesSentence: false)
      turns[turn].before = LeadingBeat.finding(at: place, reader, &descriptions)?.subject
    }
    guard turns[turn].tag == nil, turns[turn].leading == nil, before.quotations.isEmpty,
      !before.tokens.isEmpty, let byte = lastByte(of: before.paragraph.span)
    else { return }
    let range = reader.chapter.paragraphs[index].tokens
    let place = Place(
      gap: before.tokens,
      before: nil,
      after: range,
      continuesSentence: false
    )
    let isEnded = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(byte)
    for rule in AttributionRules.leading {
      guard var finding = rule.finding(at: place, reader, &descriptions) else { continue }
      if finding.rule.isTag, !isEnded {
        turns[turn].tag = finding
      } else if finding.rule.isTag {
        finding.rule = .precedingTag
        turns[turn].leading = finding
      } else if !isEnded {
        finding.rule = .precedingLead
        turns[turn].leading = finding
      }
      return
    }
  }
}
