import FicModel

extension CastBuilder {
  /// Adds whom the work calls "I" or "you" in its narration, and says who that is in every scene.
  mutating func addNarrators(
    chapters: [TokenizedChapter],
    scenes: [[Scene]]
  ) -> (members: [[Int?]], persons: [[NarratorFinder.Person]]) {
    let finder = NarratorFinder(vocabulary: vocabulary)
    let persons = zip(chapters, scenes).map { finder.persons(of: $0, count: $1.count) }
    let names = NarratorNames(
      chapters,
      persons: persons,
      isName: members.map { member in member.forms.contains { !forms[$0].words.isEmpty } },
      vocabulary: vocabulary
    )
    var nameless: [NarratorFinder.Person: Int] = [:]
    var result: [[Int?]] = []
    for (chapter, (persons, scenes)) in zip(persons, scenes).enumerated() {
      var row: [Int?] = []
      for (person, scene) in zip(persons, scenes) {
        guard person != .third else {
          row.append(nil)
          continue
        }
        if let name = scene.pointOfView, let member = member(named: name) {
          row.append(member)
          continue
        }
        if seed(of: person) == nil, let named = names.narrator(of: chapter) {
          members[named].personhood = max(members[named].personhood, Self.narrators)
          members[named].pronoun = pronoun(of: person)
          if named == names.ofWork { members[named].isNarrator = true }
          row.append(named)
          continue
        }
        let narrator = nameless[person] ?? addNarrator(person)
        nameless[person] = narrator
        row.append(narrator)
      }
      result.append(row)
    }
    return (result, persons)
  }

  /// The member whom the user calls by a name: the one of whom it is shown, else whom it means.
  func member(called name: String) -> Int? {
    let key = AliasName.key(name)
    return members.firstIndex { AliasName.key($0.name) == key } ?? member(named: name)
  }

  /// The member whom a name means that a line before a scene, or the user, gives.
  func member(named name: String) -> Int? {
    for form in SeedForms(seed: CastSeed(name: name), vocabulary: vocabulary).forms {
      guard let found = forms.find(title: form.title, words: form.words) else { continue }
      if memberOfForm[found] >= 0 { return memberOfForm[found] }
    }
    return nil
  }

  /// How much speaks for a narrator as a person.
  private static let narrators = 5.0

  private func pronoun(of person: NarratorFinder.Person) -> String {
    person == .second ? "you" : "I"
  }

  /// The seed that says who the narrator is.
  private func seed(of person: NarratorFinder.Person) -> Int? {
    let name = pronoun(of: person)
    return seeds.firstIndex { $0.aliases.contains(name) }
  }

  /// The member who is "I" or "you": whom a seed calls so, else one of that name.
  private mutating func addNarrator(_ person: NarratorFinder.Person) -> Int {
    let seed = seed(of: person)
    if let seed, let known = members.firstIndex(where: { $0.seed == seed }) { return known }
    var narrator = Member()
    narrator.name = seed.map { seeds[$0].name } ?? pronoun(of: person)
    narrator.seed = seed
    narrator.isNarrator = true
    narrator.personhood = Self.narrators
    members.append(narrator)
    return members.count - 1
  }
}
