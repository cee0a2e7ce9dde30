import FicModel

/// Counts which pronouns agree with each member: sentences of narration that name one person only.
struct GenderCount {
  private var male: [Double]
  private var female: [Double]
  private var neutral: [Double]

  /// Counts over all chapters.
  ///
  /// Complexity: linear in the tokens.
  init(chapters: [TokenizedChapter], vocabulary: Vocabulary, members: Int) {
    male = [Double](repeating: 0, count: members)
    female = male
    neutral = male
    for chapter in chapters { count(chapter, vocabulary) }
  }

  private mutating func count(_ chapter: TokenizedChapter, _ vocabulary: Vocabulary) {
    var member = -1
    var isSole = true
    var voted = false
    var before = -1
    for token in chapter.tokens where !token.shape.contains(.quoted) {
      if !token.shape.isDisjoint(with: [.stop, .paragraph, .exclaimed]) {
        before = isSole && !token.shape.contains(.paragraph) ? member : -1
        member = -1
        isSole = true
        voted = false
      }
      if token.name >= 0 {
        let name = chapter.names[Int(token.name)]
        if member >= 0, name.member != member { isSole = false }
        member = name.member
        before = -1
      }
      let who = member >= 0 ? member : before
      guard who >= 0, isSole, !voted else { continue }
      let wordClass = vocabulary[token]
      if !wordClass.isDisjoint(with: [.he, .hisForm]) {
        male[who] += 1
        voted = true
      } else if !wordClass.isDisjoint(with: [.she, .herForm]) {
        female[who] += 1
        voted = true
      } else if !wordClass.isDisjoint(with: [.they, .theirForm]) {
        neutral[who] += 1
        voted = true
      }
    }
  }

  private static let fewestTheys = 4.0

  /// Sets the gender of every member for whom the evidence is one-sided.
  ///
  /// A given name weighs as much as three pronouns; a title is not overruled.
  func apply(to members: inout [Member]) {
    for index in members.indices {
      members[index].votes = [Float(male[index]), Float(female[index])]
      let known: Float = members[index].genderIsSure ? 10 : 3
      if members[index].gender == .male { members[index].votes[0] += known }
      if members[index].gender == .female { members[index].votes[1] += known }
    }
    for index in members.indices where !members[index].genderIsSure {
      var he = male[index]
      var she = female[index]
      if members[index].gender == .male { he += 3 }
      if members[index].gender == .female { she += 3 }
      // Where nobody is "he" or "she", enough of "they" says more than a given name.
      let isAlwaysThey =
        neutral[index] >= Self.fewestTheys && neutral[index] > 4 * (male[index] + female[index])
      if isAlwaysThey || neutral[index] >= 2 && neutral[index] > 2 * (he + she) {
        members[index].gender = .neutral
      } else if abs(he - she) >= 1.5, max(he, she) >= 1.8 * min(he, she) {
        members[index].gender = he > she ? .male : .female
      } else {
        members[index].gender = nil
      }
      if he + she >= 2, !members[index].isPlace { members[index].personhood += 0.5 }
    }
  }
}
