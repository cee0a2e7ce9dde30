import FicModel

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
        let narrator = nameless ?? addNarrator()
        nameless = narrator
        row.append(narrator)
      }
      result.append(row)
    }
    return result
  }

  /// The member whom a name means that a line before a scene gives.
  private func member(named name: String) -> Int? {
    for form in SeedForms(seed: CastSeed(name: name), vocabulary: vocabulary).forms {
      guard let found = forms.find(title: form.title, words: form.words) else { continue }
      if memberOfForm[found] >= 0 { return memberOfForm[found] }
    }
    return nil
  }

  /// The member who is "I": whom a seed calls so, else one of that name.
  private mutating func addNarrator() -> Int {
    let seed = seeds.firstIndex { $0.aliases.contains("I") }
    if let seed, let known = members.firstIndex(where: { $0.seed == seed }) { return known }
    var narrator = Member()
    narrator.name = seed.map { seeds[$0].name } ?? "I"
    narrator.seed = seed
    narrator.isNarrator = true
    narrator.personhood = 5
    members.append(narrator)
    return members.count - 1
  }
}
