import FicModel

/// Decides which forms of names mean the same person.
///
/// Two forms merge on evidence only: a shared given name with one bearer, a surname with one
/// bearer, a title that fits. People who share nothing but a surname stay apart.
struct AliasMerger {
  private let forms: [NameForm]
  private let vocabulary: Vocabulary
  private let fullForms: [Int32: [Int32]]
  private var sets: FormSets
  private var byFirst: [Int32: [Int]] = [:]
  private var byLast: [Int32: [Int]] = [:]
  private var byTitle: [Int32: [Int]] = [:]
  private var bare: [Int32: Int] = [:]
  private let shortNames: ShortNames
  private let neighbours: FormNeighbours

  /// Creates a merger of a work's forms.
  init(
    forms: NameForms,
    neighbours: FormNeighbours,
    vocabulary: Vocabulary,
    lexicon: Lexicon = .standard
  ) {
    self.forms = forms.forms
    self.vocabulary = vocabulary
    self.neighbours = neighbours
    shortNames = ShortNames(
      forms.forms.filter { $0.title < 0 && !$0.isOfPlace }.map(\.first).filter { $0 >= 0 },
      vocabulary
    )
    fullForms = lexicon.fullForms
    sets = FormSets(
      forms.forms.map { Self.marks(of: $0, vocabulary) },
      counts: forms.forms.map(\.count),
      neighbours: neighbours
    )
    for (index, form) in forms.forms.enumerated() where !form.words.isEmpty {
      if form.title >= 0 { Self.append(index, to: &byTitle[form.title, default: []]) }
      if form.words.count > 1 {
        Self.append(index, to: &byFirst[form.first, default: []])
        if !form.isOfPlace { Self.append(index, to: &byLast[form.last, default: []]) }
      } else if form.title < 0 {
        bare[form.first] = index
      } else if !form.isOfPlace {
        Self.append(index, to: &byLast[form.last, default: []])
      }
    }
  }

  /// Sixty-four bearers of one word tell enough, and keep the work linear.
  private static func append(_ form: Int, to bearers: inout [Int]) {
    if bearers.count < 64 { bearers.append(form) }
  }

  /// The set of every form, named by its first form.
  ///
  /// Complexity: near linear in the forms.
  mutating func merge(seeds: [[Int]], hints: [[Int]] = []) -> [Int] {
    for (index, seed) in seeds.enumerated() {
      if let first = seed.first { sets.claim(first, by: index) }
      for form in seed.dropFirst() { sets.merge(seed[0], form, force: true) }
    }
    for hint in hints {
      for form in hint.dropFirst() { sets.mergeTold(hint[0], form) }
    }
    mergeFullNames()
    for index in forms.indices { mergeTitledGivenName(index) }
    for index in forms.indices { mergeGivenName(index) }
    for index in forms.indices { mergeTitledSurname(index) }
    for index in forms.indices { mergeSurname(index) }
    for index in forms.indices { mergeNickname(index) }
    for index in forms.indices { mergeLoneTitle(index) }
    return forms.indices.map { sets.root(of: $0) }
  }

  /// Whether a title is one of rank, which not everybody has: "Sir", "Lady", "Captain".
  private func isRank(_ title: Int32) -> Bool {
    let title = vocabulary.text(of: title)
    return !["mr", "mister", "mrs", "missus", "ms", "miss", "dr", "doctor", "monsieur", "master"]
      .contains(title)
  }

  private static func marks(of form: NameForm, _ vocabulary: Vocabulary) -> FormSets.Marks {
    var result = FormSets.Marks()
    if form.words.count > 1, !form.isOfPlace { result.given = form.first }
    guard form.title >= 0 else { return result }
    let title = vocabulary[form.title]
    result.isMale = title.contains(.maleTitle)
    switch vocabulary.text(of: form.title) {
    case "mrs", "missus", "madame", "mme", "señora", "frau", "signora": result.isMarried = true
    case "miss", "mademoiselle", "mlle", "señorita", "fräulein", "signorina":
      result.isUnmarried = true
    case "mr", "mister", "monsieur", "herr", "signor", "señor", "master":
      result.isPlainMister = true
    case "captain", "capt", "colonel", "col", "major", "maj", "general", "gen", "admiral", "sir",
      "lord", "lieutenant", "lt":
      result.rank = form.title
    default: result.isFemale = title.contains(.femaleTitle)
    }
    return result
  }

  /// The gender that a form tells, by its title or its given name.
  static func gender(of form: NameForm, _ vocabulary: Vocabulary) -> (gender: Gender, sure: Bool)? {
    if form.title >= 0 {
      let title = vocabulary[form.title]
      if title.contains(.maleTitle) { return (.male, true) }
      if title.contains(.femaleTitle) { return (.female, true) }
    }
    guard let first = form.words.first, form.title < 0 || form.words.count > 1 else { return nil }
    let name = vocabulary[first]
    let isMale = name.contains(.maleName)
    let isFemale = name.contains(.femaleName)
    if name.contains(.neutralName) || isMale == isFemale { return nil }
    return (isMale ? .male : .female, false)
  }

  // MARK: - Evidence

  private func gender(_ form: Int) -> Gender? { Self.gender(of: forms[form], vocabulary)?.gender }

  private func fits(_ one: Int, _ other: Int) -> Bool {
    guard let first = gender(one), let second = gender(other) else { return true }
    return first == second
  }

  /// The sets among `candidates`, each with how often the work uses it, in the order of their
  /// forms.
  private mutating func groups(of candidates: [Int]) -> [(root: Int, count: Int)] {
    var result: [(root: Int, count: Int)] = []
    for form in candidates {
      let root = sets.root(of: form)
      // A form that a hint made stands for those that were merged with it.
      let count = forms[form].count > 0 ? forms[form].count : sets.count(of: form)
      if let known = result.firstIndex(where: { $0.root == root }) {
        result[known].count += forms[form].count
      } else {
        result.append((root, count))
      }
    }
    return result
  }

  /// The one set among `candidates`, or the one that outweighs the others `factor` times.
  private mutating func sole(of candidates: [Int], for form: Int, factor: Int = 6) -> Int? {
    let candidates = candidates.filter { sets.agree($0, form) }
    let groups = groups(of: candidates)
    guard let best = groups.max(by: { $0.count < $1.count }) else { return nil }
    let others = groups.reduce(0) { $0 + $1.count } - best.count
    return groups.count == 1 || best.count >= factor * max(1, others) ? best.root : nil
  }

  /// Names of two words and more: the same words, or the same first and last ones.
  private mutating func mergeFullNames() {
    for index in forms.indices where forms[index].words.count > 1 {
      for other in byFirst[forms[index].first] ?? [] where other < index {
        guard forms[other].last == forms[index].last, fits(other, index) else { continue }
        sets.merge(other, index)
      }
    }
  }

  /// "Miss Elizabeth", "Sir Thomas", "Uncle Ben" where the word is a given name.
  private mutating func mergeTitledGivenName(_ index: Int) {
    let form = forms[index]
    guard form.title >= 0, form.words.count == 1, !isSurname(form.first) else { return }
    let candidates = (byFirst[form.first] ?? []).filter { fits($0, index) }
    if isRank(form.title), let name = bare[form.first], form.count * 20 < forms[name].count {
      return
    }
    if let root = sole(of: candidates, for: index) {
      sets.merge(root, index)
    } else if let name = bare[form.first], fits(name, index) {
      sets.merge(name, index)
    }
  }

  /// Whether the work uses a word as a surname: after two different titles, or after a given name.
  private func isSurname(_ word: Int32) -> Bool {
    let bearers = byLast[word] ?? []
    if bearers.contains(where: { forms[$0].words.count > 1 }) { return true }
    guard vocabulary[word].isDisjoint(with: .givenName) else {
      return bearers.contains { isPlainTitle(forms[$0].title, .maleTitle) }
        && bearers.contains { isPlainTitle(forms[$0].title, .femaleTitle) }
    }
    return bearers.contains { forms[$0].title >= 0 && !vocabulary[forms[$0].title].contains(.kin) }
  }

  /// Whether the work uses a word with a plain title, and it is no given name.
  private func isBareSurname(_ word: Int32) -> Bool {
    vocabulary[word].isDisjoint(with: .givenName)
      && (byLast[word] ?? []).contains {
        isPlainTitle(forms[$0].title, .maleTitle) || isPlainTitle(forms[$0].title, .femaleTitle)
      }
  }

  private func isPlainTitle(_ title: Int32, _ gender: WordClass) -> Bool {
    title >= 0 && vocabulary[title].contains(gender) && !vocabulary[title].contains(.kin)
  }

  private mutating func mergeGivenName(_ index: Int) {
    let form = forms[index]
    guard form.title < 0, form.words.count == 1 else { return }
    if isBareSurname(form.first) { return }
    let candidates = (byFirst[form.first] ?? []).filter { fits($0, index) }
    if let root = sole(of: candidates, for: index) { sets.merge(root, index) }
  }

  /// "Mr Darcy", where one full name with that surname fits the title.
  private mutating func mergeTitledSurname(_ index: Int) {
    let form = forms[index]
    guard form.title >= 0, form.words.count == 1 else { return }
    let all = (byLast[form.last] ?? []).filter { forms[$0].words.count > 1 && fits($0, index) }
    // Whom the text calls so in full comes before whom only a hint does.
    let written = all.filter { forms[$0].count > 0 }
    let full = written.isEmpty ? all : written
    guard let root = sole(of: full, for: index, factor: 30), agrees(index, with: root) else {
      mergeTitles(index)
      return
    }
    sets.merge(root, index)
  }

  /// Mrs X and Miss X are two people, and so are a Mr X and a full name that has a title of its
  /// own.
  private mutating func agrees(_ index: Int, with root: Int) -> Bool {
    let form = forms[index]
    guard vocabulary[form.title].contains(.femaleTitle) else { return true }
    // "Miss Gorse" is "Miss Philippa Gorse", whatever other women bear the surname.
    for other in byLast[form.last] ?? []
    where forms[other].words.count > 1 && forms[other].title == form.title {
      if sets.root(of: other) == root { return true }
    }
    if isRank(form.title) {
      return (byLast[form.last] ?? []).contains { forms[$0].title == form.title && $0 != index }
    }
    return !(byLast[form.last] ?? []).contains { other in
      let title = forms[other].title
      return title >= 0 && title != form.title && vocabulary[title].contains(.femaleTitle)
    }
  }

  /// "Dr Watson" and "Mr Watson", where no third bearer of the surname makes it doubtful.
  private mutating func mergeTitles(_ index: Int) {
    let form = forms[index]
    for other in byLast[form.last] ?? [] where other < index {
      guard forms[other].words.count == 1, forms[other].title >= 0 else { continue }
      let one = vocabulary[form.title]
      let two = vocabulary[forms[other].title]
      guard !one.contains(.kin), !two.contains(.kin), one.isDisjoint(with: .femaleTitle),
        two.isDisjoint(with: .femaleTitle)
      else { continue }
      sets.merge(other, index)
    }
  }

  /// A surname alone: its only bearer, else the one man with a title, for so the custom was.
  private mutating func mergeSurname(_ index: Int) {
    let form = forms[index]
    guard form.title < 0, form.words.count == 1,
      (byFirst[form.first] ?? []).isEmpty || isBareSurname(form.first)
    else { return }
    let bearers = byLast[form.first] ?? []
    if let root = sole(of: bearers, for: index) {
      sets.merge(root, index)
      return
    }
    let men = bearers.filter { gender($0) != .female }
    let titled = men.filter { forms[$0].title >= 0 && forms[$0].words.count == 1 }
    if let root = sole(of: titled, for: index) ?? sole(of: men, for: index, factor: 3) {
      sets.merge(root, index)
    }
  }

  /// "The Mayor", where one person only bears the title: "Mayor of Tannet Lock".
  private mutating func mergeLoneTitle(_ index: Int) {
    let form = forms[index]
    guard form.title >= 0, form.words.isEmpty, !vocabulary[form.title].contains(.kin),
      let bearers = byTitle[form.title], let root = sole(of: bearers, for: index)
    else { return }
    sets.merge(root, index)
  }

  /// "Lizzy" for "Elizabeth", "Tam" for "Tamsin": one bearer of the full name, and one of the two
  /// is what people call her.
  private mutating func mergeNickname(_ index: Int) {
    let form = forms[index]
    guard form.title < 0, form.words.count == 1, (byFirst[form.first] ?? []).isEmpty,
      !isBareSurname(form.first)
    else { return }
    for name in fullForms[form.first] ?? [] { mergeNickname(index, of: name, isTold: true) }
    for name in shortNames.of(form.first) { mergeNickname(index, of: name, isTold: false) }
  }

  /// `isTold` says that the lexicon has the pair: then "Tam", a man's name, may be Tamsin's.
  private mutating func mergeNickname(_ index: Int, of name: Int32, isTold: Bool) {
    let full =
      (byFirst[name] ?? []).filter { forms[$0].title < 0 } + [bare[name]].compactMap(\.self)
    let candidates = full.filter {
      (isCalled(index) || isCalled($0)) && (isTold || fits(index, $0))
        && !neighbours.call(index, $0)
    }
    if let root = sole(of: candidates, for: index) { sets.merge(root, index) }
  }

  /// Whether people use a form more than the narrator does.
  private func isCalled(_ form: Int) -> Bool {
    forms[form].quotedCount * 10 >= forms[form].count * 6
  }
}
