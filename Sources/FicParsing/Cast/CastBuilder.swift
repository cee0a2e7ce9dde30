import FicModel

/// Puts the cast of a work together: names, who bears them, and of which gender.
struct CastBuilder {
  /// The people with names, in the order in which the work brings them.
  private(set) var members: [Member] = []
  /// The member of every form, or -1 where it depends on the place.
  private(set) var memberOfForm: [Int] = []
  private(set) var forms = NameForms()

  private let vocabulary: Vocabulary
  private let texts: [[UInt8]]
  private let seeds: [CastSeed]

  /// Reads the names of `chapters`, whose texts are `texts`, and fills who each of them means.
  init(
    _ chapters: inout [TokenizedChapter],
    texts: [[UInt8]],
    vocabulary: Vocabulary,
    seeds: [CastSeed],
    labels: Set<Int32>
  ) {
    self.vocabulary = vocabulary
    self.texts = texts
    self.seeds = seeds
    let seedWords = seeds.map { SeedForms(seed: $0, vocabulary: vocabulary) }
    var finder = NameFinder(vocabulary: vocabulary)
    finder.find(in: &chapters, known: labels.union(seedWords.flatMap(\.words)))
    forms = finder.forms
    makeMembers(seedWords, FormNeighbours(chapters))
    resolveMentions(&chapters)
    findPlaces(in: chapters)
    GenderCount(chapters: chapters, vocabulary: vocabulary, members: members.count)
      .apply(to: &members)
  }

  // MARK: - Members

  private mutating func makeMembers(_ seedWords: [SeedForms], _ neighbours: FormNeighbours) {
    let seedForms = seedWords.map { seed in
      seed.forms.compactMap { forms.find(title: $0.title, words: $0.words) }
    }
    var merger = AliasMerger(forms: forms, neighbours: neighbours, vocabulary: vocabulary)
    let roots = merger.merge(seeds: seedForms)
    memberOfForm = [Int](repeating: -1, count: forms.count)
    var memberOfRoot: [Int: Int] = [:]
    for form in 0..<forms.count {
      let root = roots[form]
      let member: Int
      if let known = memberOfRoot[root] {
        member = known
      } else {
        member = members.count
        memberOfRoot[root] = member
        members.append(Member())
      }
      memberOfForm[form] = member
      members[member].forms.append(form)
      members[member].count += forms[form].count
    }
    for index in members.indices { describe(index) }
    for (seed, found) in zip(seeds, seedForms) {
      guard let form = found.first else { continue }
      members[memberOfForm[form]].name = seed.name
      members[memberOfForm[form]].personhood += 5
    }
  }

  private mutating func describe(_ index: Int) {
    let own = members[index].forms
    var votes: [Gender: Int] = [:]
    var isSure = false
    for form in own {
      guard let (gender, sure) = AliasMerger.gender(of: forms[form], vocabulary) else { continue }
      votes[gender, default: 0] += forms[form].count * (sure ? 10 : 1)
      isSure = isSure || sure
    }
    let male = votes[.male] ?? 0
    let female = votes[.female] ?? 0
    if male != female { members[index].gender = male > female ? .male : .female }
    members[index].genderIsSure = isSure && min(male, female) * 5 < max(male, female)
    members[index].name = text(of: best(own))
    members[index].personhood = own.map(personhood).max() ?? 0
  }

  private func personhood(_ form: Int) -> Double {
    let form = forms[form]
    var result = 0.0
    // "Mother", "Lady" in speech only: a way to speak to somebody who has a name.
    if form.words.isEmpty, (form.count - form.quotedCount) * 10 <= form.count { return 0 }
    if form.title >= 0 { result += 2 }
    if let first = form.words.first, !vocabulary[first].isDisjoint(with: .givenName) { result += 2 }
    guard form.count > form.quotedCount || result > 0 else { return 0 }
    return result + min(2, Double(form.vocativeCount) * 0.5)
  }

  /// The fullest form that the work uses more than by the way.
  private func best(_ own: [Int]) -> Int {
    let total = own.reduce(0) { $0 + forms[$1].count }
    let usual = own.filter { isUsual($0, of: total) }
    return usual.max { rank($0, total) < rank($1, total) } ?? own[0]
  }

  private func isUsual(_ index: Int, of total: Int) -> Bool {
    forms[index].count * 9 >= total || total < 8
  }

  /// Two words beat one, a title beats none where it is usual, then the count decides.
  private func rank(_ index: Int, _ total: Int) -> (Int, Int, Int, Int) {
    let form = forms[index]
    let isFull = form.words.count > 1
    let isTitled = form.title >= 0 && form.count * 5 >= total
    return (form.isShouted ? 0 : 1, isFull ? 2 : isTitled ? 1 : 0, form.count, -index)
  }

  /// A form as the text writes it, white space folded.
  func text(of form: Int) -> String {
    let form = forms[form]
    guard texts.indices.contains(form.chapter) else { return "" }
    return Self.text(texts[form.chapter], TextSpan(form.start, form.end))
  }

  /// The words in `span`, runs of white space and marks of emphasis folded to one space.
  static func text(_ text: [UInt8], _ span: TextSpan) -> String {
    var bytes: [UInt8] = []
    for byte in text[min(span.start, text.count)..<min(span.end, text.count)] {
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x5F || byte == 0x2A {
        if bytes.last != 0x20 { bytes.append(0x20) }
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Places

  /// Names that a twelfth of the time follow "in" and its like are places, unless a title or a
  /// given name says otherwise.
  ///
  /// The share parts the two on the development texts.
  private mutating func findPlaces(in chapters: [TokenizedChapter]) {
    let words = ["in", "into", "near", "through", "across", "leaving", "reached", "à", "en"]
    let prepositions = Set(words.compactMap { vocabulary.table.find($0) })
    var counts = [Int](repeating: 0, count: members.count)
    for chapter in chapters {
      for name in chapter.names where name.member >= 0 && name.tokens.lowerBound > 0 {
        let token = chapter.tokens[name.tokens.lowerBound]
        let before = chapter.tokens[name.tokens.lowerBound - 1]
        if token.shape.isDisjoint(with: .pause), !name.isPossessive,
          prepositions.contains(before.word)
        {
          counts[name.member] += 1
        }
      }
    }
    let acts = actions(in: chapters)
    for index in members.indices where acts[index] > 0 {
      members[index].personhood += min(1, Double(acts[index]) / 2)
    }
    for index in members.indices where counts[index] * 12 >= members[index].count {
      guard counts[index] > 0, members[index].personhood < 2 else { continue }
      members[index].isPlace = true
      members[index].personhood = 0
    }
  }

  /// How often narration makes each member do or say what only people do: "Pike laughed".
  private func actions(in chapters: [TokenizedChapter]) -> [Int] {
    var result = [Int](repeating: 0, count: members.count)
    for chapter in chapters {
      for name in chapter.names where name.member >= 0 && !name.isQuoted {
        let next = name.tokens.upperBound
        guard next < chapter.tokens.count, chapter.tokens[next].shape.isDisjoint(with: .pause)
        else {
          continue
        }
        let wordClass = vocabulary[chapter.tokens[next]]
        let acts =
          name.isPossessive
          ? wordClass.contains(.bodyNoun) : !wordClass.isDisjoint(with: [.action, .speech])
        if acts { result[name.member] += 1 }
      }
    }
    return result
  }

  // MARK: - Mentions

  /// Fills who each name means; a title alone means its last bearer before.
  private mutating func resolveMentions(_ chapters: inout [TokenizedChapter]) {
    var bearers: [Int32: [Int]] = [:]
    for (index, form) in forms.forms.enumerated() where form.title >= 0 && !form.words.isEmpty {
      let member = memberOfForm[index]
      // Two tell that there is more than one, and keep the work linear.
      let known = bearers[form.title] ?? []
      if known.count < 2, !known.contains(member) {
        bearers[form.title, default: []].append(member)
      }
    }
    var lastBearer: [Int32: Int] = [:]
    for chapter in chapters.indices {
      for name in chapters[chapter].names.indices {
        let mention = chapters[chapter].names[name]
        let form = forms[mention.form]
        var member = memberOfForm[mention.form]
        if form.words.isEmpty {
          if let last = lastBearer[form.title] {
            member = last
          } else if let only = bearers[form.title], only.count == 1,
            !vocabulary[form.title].contains(.kin)
          {
            member = only[0]
          }
        } else if form.title >= 0 {
          lastBearer[form.title] = member
        }
        chapters[chapter].names[name].member = member
      }
    }
  }
}

extension CastBuilder {
  /// Adds the first-person narrator, where the work has one, and says who is "I" in every scene.
  mutating func addNarrators(chapters: [TokenizedChapter], scenes: [[Scene]]) -> [[Int?]] {
    let finder = NarratorFinder(vocabulary: vocabulary)
    let narrated = zip(chapters, scenes).map {
      finder.narratedScenes(of: $0, count: $1.count)
    }
    guard narrated.contains(where: { $0.contains(true) }) else {
      return scenes.map { $0.map { _ in nil } }
    }
    var nameless: Int?
    var result: [[Int?]] = []
    for (flags, scenes) in zip(narrated, scenes) {
      var row: [Int?] = []
      for (isNarrated, scene) in zip(flags, scenes) {
        guard isNarrated else {
          row.append(nil)
          continue
        }
        if let name = scene.pointOfView, let member = member(named: name) {
          row.append(member)
          continue
        }
        if nameless == nil {
          nameless = members.count
          var narrator = Member()
          narrator.name = "I"
          narrator.isNarrator = true
          narrator.personhood = 5
          members.append(narrator)
        }
        row.append(nameless)
      }
      result.append(row)
    }
    return result
  }

  /// The member whom a name means that a line before a scene gives.
  private func member(named name: String) -> Int? {
    for form in SeedForms(seed: CastSeed(name: name), vocabulary: vocabulary).forms {
      if let found = forms.find(title: form.title, words: form.words) { return memberOfForm[found] }
    }
    return nil
  }

  /// A member as the cast shows it.
  func castMember(_ index: Int) -> CastMember {
    let member = members[index]
    var aliases: [String] = []
    let own = member.forms.sorted { (forms[$0].count, $1) > (forms[$1].count, $0) }
    for form in own {
      let text = text(of: form)
      if text != member.name, !text.isEmpty, !aliases.contains(text) { aliases.append(text) }
    }
    for seed in seeds where seed.name == member.name {
      for alias in seed.aliases where !aliases.contains(alias) { aliases.append(alias) }
    }
    return CastMember(
      name: member.name,
      aliases: aliases,
      gender: member.gender,
      isNarrator: member.isNarrator,
      mentions: member.count
    )
  }
}
