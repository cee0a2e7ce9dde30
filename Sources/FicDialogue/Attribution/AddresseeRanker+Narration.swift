import FicModel

extension AddresseeRanker {
  /// So many people of the narration beside a turn are looked at, and so many of its paragraphs.
  private static let mostNamed = 6
  private static let mostParagraphs = 4

  /// Whom the narration names between a turn and the one before it, the nearest first.
  func named(before index: Int) -> [Int] {
    let end = turns[index].firstParagraph
    let start = isNear(index - 1, index) ? turns[index - 1].lastParagraph + 1 : end - 2
    let first = max(0, start, end - Self.mostParagraphs)
    let mentions = mentions(in: min(first, end)..<end)
    var result: [Int] = []
    for mention in mentions.reversed() { add(mention, to: &result) }
    return result
  }

  /// Whom the narration names between a turn and the one after it.
  func named(after index: Int) -> [Int] {
    let start = turns[index].lastParagraph + 1
    let end = isNear(index + 1, index) ? turns[index + 1].firstParagraph : start + 1
    var result: [Int] = []
    for mention in mentions(in: start..<max(start, min(end, start + Self.mostParagraphs))) {
      add(mention, to: &result)
    }
    return result
  }

  private func add(_ mention: PersonMention, to result: inout [Int]) {
    guard result.count < Self.mostNamed, !mention.isQuoted, traits[mention.member].isPerson,
      !result.contains(mention.member)
    else { return }
    result.append(mention.member)
  }

  /// The mentions in paragraphs of the chapter.
  private func mentions(in paragraphs: Range<Int>) -> ArraySlice<PersonMention> {
    let all = chapter.paragraphs
    let range = paragraphs.clamped(to: all.indices)
    guard let first = range.first, let last = range.last else { return [] }
    let start = people.partitionPoint { $0.token >= all[first].tokens.lowerBound }
    var end = start
    while end < people.count, people[end].token < all[last].tokens.upperBound { end += 1 }
    return people[start..<end]
  }
}
