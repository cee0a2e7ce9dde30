import FicModel

/// Puts the cast of a work together: names, who bears them, and of which gender.
struct CastBuilder {
  /// The people with names, in the order in which the work brings them.
  var members: [Member] = []
  /// The member of every form, or -1 where it depends on the place.
  private(set) var memberOfForm: [Int] = []
  private(set) var forms = NameForms()

  let vocabulary: Vocabulary
  let seeds: [CastSeed]
  private let hints: [CastHint]
  private let texts: [[UInt8]]

  /// Reads the names of `chapters`, whose texts are `texts`, and fills who each of them means.
  init(
    _ chapters: inout [TokenizedChapter],
    texts: [[UInt8]],
    vocabulary: Vocabulary,
    seeds: [CastSeed],
    hints: [CastHint],
    labels: Set<Int32>
  ) {
    self.vocabulary = vocabulary
    self.texts = texts
    self.seeds = seeds
    self.hints = hints
    let seedWords = seeds.map { SeedForms(seed: $0, vocabulary: vocabulary) }
    let descriptions = SeedDescriptions(seedWords, vocabulary: vocabulary)
    let survey = SeedSurvey(seedWords, vocabulary: vocabulary)
    var finder = NameFinder(vocabulary: vocabulary, descriptions: descriptions)
    finder.find(in: &chapters, known: labels.union(survey.words(in: chapters)))
    forms = finder.forms
    let hintForms = HintForms(hints, in: &forms, vocabulary: vocabulary)
    makeMembers(
      seedForms(seedWords, descriptions),
      hints: hintForms.forms,
      told: finder.told,
      FormNeighbours(chapters, vocabulary)
    )
    resolveMentions(&chapters)
    findPlaces(in: chapters)
    GenderCount(chapters: chapters, vocabulary: vocabulary, members: members.count)
      .apply(to: &members)
  }

  // MARK: - Members

  /// The forms that each seed has in the work; one that several claim is the first one's.
  private func seedForms(_ seeds: [SeedForms], _ descriptions: SeedDescriptions) -> [[Int]] {
    var claimed: Set<Int> = []
    return seeds.map { seed in
      let names = seed.forms.compactMap { forms.find(title: $0.title, words: $0.words) }
      let described = seed.descriptions.compactMap { description in
        descriptions.title(of: description).flatMap { forms.find(title: $0, words: []) }
      }
      return (names + described).filter { claimed.insert($0).inserted }
    }
  }

  private mutating func makeMembers(
    _ seedForms: [[Int]],
    hints hintForms: [[Int]],
    told: [[Int]],
    _ neighbours: FormNeighbours
  ) {
    var merger = AliasMerger(forms: forms, neighbours: neighbours, vocabulary: vocabulary)
    let roots = merger.merge(seeds: seedForms, hints: hintForms + told)
    let named = Set(forms.forms.indices.filter { forms[$0].count > 0 }.map { roots[$0] })
    memberOfForm = [Int](repeating: -1, count: forms.count)
    var memberOfRoot: [Int: Int] = [:]
    // A full name that a hint brought and that joined nothing is nobody of this work.
    for form in 0..<forms.count where named.contains(roots[form]) {
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
    let uses = wordUses()
    for index in members.indices { describe(index, uses) }
    for (hint, found) in hintForms.enumerated().reversed() {
      for form in found where memberOfForm[form] >= 0 && forms[form].words.count > 1 {
        members[memberOfForm[form]].name = hints[hint].names[0]
        members[memberOfForm[form]].personhood += 2
      }
    }
    for (seed, found) in seedForms.enumerated() {
      guard let form = found.first else { continue }
      members[memberOfForm[form]].name = seeds[seed].name
      members[memberOfForm[form]].seed = seed
      members[memberOfForm[form]].personhood += 5
    }
  }

  private mutating func describe(_ index: Int, _ uses: [Int32: Int]) {
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
    members[index].name = text(of: best(own, uses))
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

  /// The form that the work uses most, of those that it does not only use by the way and that mean
  /// nobody else; then the fullest.
  private func best(_ own: [Int], _ uses: [Int32: Int]) -> Int {
    own.max { rank($0, own, uses) < rank($1, own, uses) } ?? own[0]
  }

  private func rank(
    _ index: Int,
    _ own: [Int],
    _ uses: [Int32: Int]
  ) -> (Int, Int, Int, Int, Int) {
    let form = forms[index]
    let total = own.reduce(0) { $0 + forms[$1].count }
    let isUsual = form.count * 9 >= total || total < 8
    return (
      form.isShouted || form.words.isEmpty ? 0 : 1,
      isUsual && !isShared(index, own, uses) ? 1 : 0, form.count, form.words.count, -index
    )
  }

  /// Whether other people bear the one word of the form too, with a title or without.
  ///
  /// A tenth of its own uses tells: a namesake by the way makes nobody doubt who is meant.
  private func isShared(_ index: Int, _ own: [Int], _ uses: [Int32: Int]) -> Bool {
    let form = forms[index]
    guard form.words.count == 1 else { return false }
    let mine = own.reduce(0) { $0 + (has($1, form.first) ? forms[$1].count : 0) }
    return ((uses[form.first] ?? 0) - mine) * 10 > form.count
  }

  private func has(_ form: Int, _ word: Int32) -> Bool {
    forms[form].first == word || forms[form].last == word
  }

  /// How often the work uses forms that begin or end with each word.
  private func wordUses() -> [Int32: Int] {
    var result: [Int32: Int] = [:]
    for form in forms.forms where !form.words.isEmpty {
      result[form.first, default: 0] += form.count
      if form.last != form.first { result[form.last, default: 0] += form.count }
    }
    return result
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
    let range = min(span.start, text.count)..<min(span.end, text.count)
    for index in range {
      let byte = text[index]
      // Inside a handle, an underscore is a letter.
      let isInner =
        byte == 0x5F && index > range.lowerBound && index + 1 < range.upperBound
        && isAlphanumeric(text[index - 1]) && isAlphanumeric(text[index + 1])
      if byte <= 0x20 || byte == 0x5F && !isInner || byte == 0x2A {
        if bytes.last != 0x20 { bytes.append(0x20) }
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= 0x61 && small <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x80
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
        if form.words.isEmpty, members[member].seed == nil {
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
  /// A member as the cast shows it.
  func castMember(_ index: Int) -> CastMember {
    let member = members[index]
    // What the user says of somebody comes first.
    var aliases = member.seed.map { seeds[$0].aliases } ?? []
    var first = aliases.map { _ in 0 }
    // The user, or a tag of the work, may have named somebody before the text does.
    var firstOfName = 0
    let own = member.forms.sorted { (forms[$0].count, $1) > (forms[$1].count, $0) }
    for form in own {
      let text = text(of: form)
      if text == member.name, member.seed == nil { firstOfName = forms[form].chapter + 1 }
      if text != member.name, !text.isEmpty, !aliases.contains(text) {
        aliases.append(text)
        first.append(forms[form].chapter + 1)
      }
    }
    if let pronoun = member.pronoun, !aliases.contains(pronoun) {
      aliases.append(pronoun)
      first.append(0)
    }
    var shown = CastMember(
      name: member.name,
      aliases: aliases,
      gender: member.gender,
      isNarrator: member.isNarrator,
      mentions: member.count
    )
    shown.firstChapters = [firstOfName] + first
    return shown
  }
}
