import FicParsing

/// Finds out by which name others call the one who is "I" or "you" in the narration.
///
/// Whom people speak to by a name that the narration never uses is the narrator: everybody else who
/// is there is told of.
struct NarratorNames {
  /// How a chapter names a member.
  private struct Uses {
    /// How often others speak to it by name, and how often the narrator does.
    var calls = 0
    var ownCalls = 0
    /// How often narration names it.
    var narrated = 0

    static func += (one: inout Self, other: Self) {
      one.calls += other.calls
      one.ownCalls += other.ownCalls
      one.narrated += other.narrated
    }

    /// Whether nobody is told of who is called so.
    var isUntold: Bool { calls > 0 && narrated * 12 <= calls && ownCalls * 4 <= calls }
  }

  /// So often somebody must be called, and so many times as often as the next.
  private static let fewestCalls = 2
  private static let lead = 2

  private let vocabulary: Vocabulary
  private let isName: [Bool]
  /// What each chapter makes of each member that it names, in scenes that somebody narrates.
  private var chapters: [[Int: Uses]] = []
  /// The member who narrates most of the work, if one is found.
  private(set) var ofWork: Int?

  /// Counts over the chapters; `persons` holds who each of their scenes is told by.
  ///
  /// `isName` says of each member whether it has a name and not only a title. Complexity: linear
  /// in the tokens.
  init(
    _ chapters: [TokenizedChapter],
    persons: [[NarratorFinder.Person]],
    isName: [Bool],
    vocabulary: Vocabulary
  ) {
    self.vocabulary = vocabulary
    self.isName = isName
    self.chapters = zip(chapters, persons).map { count($0, $1) }
    var sums: [Int: Uses] = [:]
    for chapter in self.chapters {
      for (member, uses) in chapter { sums[member, default: Uses()] += uses }
    }
    ofWork = best(sums)
  }

  /// Who narrates a chapter; nil where nobody calls the narrator by name.
  func narrator(of chapter: Int) -> Int? {
    let uses = chapters[chapter]
    if let ofWork, uses[ofWork].map({ $0.narrated == 0 || $0.isUntold }) ?? true { return ofWork }
    return best(uses)
  }

  private func best(_ uses: [Int: Uses]) -> Int? {
    let called = uses.filter { isName[$0.key] && $0.value.isUntold }
      .map { (member: $0.key, calls: $0.value.calls) }
      .sorted { ($0.calls, $1.member) > ($1.calls, $0.member) }
    guard let first = called.first, first.calls >= Self.fewestCalls else { return nil }
    if called.count > 1, called[1].calls * Self.lead > first.calls { return nil }
    return first.member
  }

  private func count(
    _ chapter: TokenizedChapter,
    _ persons: [NarratorFinder.Person]
  ) -> [Int: Uses] {
    var result: [Int: Uses] = [:]
    guard persons.contains(where: { $0 != .third }) else { return result }
    var next = 0
    for paragraph in chapter.paragraphs {
      let scene = paragraph.paragraph.scene
      let person = persons.indices.contains(scene) ? persons[scene] : .third
      var isOwn: Bool?
      while next < chapter.names.count,
        chapter.names[next].tokens.lowerBound < paragraph.tokens.upperBound
      {
        let name = chapter.names[next]
        next += 1
        guard person != .third, name.member >= 0 else { continue }
        if !name.isQuoted {
          result[name.member, default: Uses()].narrated += 1
        } else if isCalled(name, in: chapter) {
          if isOwn == nil { isOwn = narrates(person, paragraph, of: chapter) }
          if isOwn == true {
            result[name.member, default: Uses()].ownCalls += 1
          } else {
            result[name.member, default: Uses()].calls += 1
          }
        }
      }
    }
    return result
  }

  /// Whether punctuation sets a name off from what else is said.
  private func isCalled(_ name: NameMention, in chapter: TokenizedChapter) -> Bool {
    let tokens = chapter.tokens
    let end = name.tokens.upperBound
    guard !name.isPossessive, end >= tokens.count || !tokens[end].shape.isDisjoint(with: .pause)
    else { return false }
    let first = name.tokens.lowerBound
    if !tokens[first].shape.isDisjoint(with: .pause) { return true }
    return first > 0 && vocabulary[tokens[first - 1]].contains(.vocativeLead)
      && vocabulary[tokens[first - 1]].isDisjoint(with: .conjunction)
  }

  /// Whether the narration of a paragraph has the narrator as "I" or "you".
  private func narrates(
    _ person: NarratorFinder.Person,
    _ paragraph: TokenizedParagraph,
    of chapter: TokenizedChapter
  ) -> Bool {
    let word: WordClass = person == .second ? .second : .first
    return paragraph.tokens.contains {
      !chapter.tokens[$0].shape.contains(.quoted) && vocabulary[chapter.tokens[$0]].contains(word)
    }
  }
}
