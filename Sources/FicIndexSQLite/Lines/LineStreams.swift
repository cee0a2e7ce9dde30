import FicIndex
import FicModel

/// What `line_fts` holds of the lines of a chapter: their terms, and who they have to do with.
struct LineStreams {
  /// The terms, line by line.
  let terms: ChapterTerms

  /// Who the lines have to do with.
  let people: [LinePeople]

  private let ordinal: Int

  /// Reads a chapter of the work with an ordinal.
  init(_ records: ChapterRecords, ordinal: Int) {
    terms = records.knownTerms
    people = records.chapter.people(of: terms.lines)
    self.ordinal = ordinal
  }

  /// The number of lines.
  var count: Int { terms.lines.count }

  /// The terms of a line, each behind its mark; those of people behind the words.
  func stream(ofLine index: Int) -> [UInt8] {
    var stream = Array(terms.terms(ofLine: index))
    for term in personTerms(ofLine: index) {
      stream.append(ChapterTerms.sharedPlaceMark)
      stream += term
    }
    return stream
  }

  /// Hands every term of a line to `body`, those that occur several times as often.
  func forEachTerm(ofLine index: Int, _ body: (ArraySlice<UInt8>) -> Void) {
    for term in terms.terms(ofLine: index).split(whereSeparator: {
      $0 == ChapterTerms.placeMark || $0 == ChapterTerms.sharedPlaceMark
    }) {
      body(term)
    }
    for term in personTerms(ofLine: index) { body(term[...]) }
  }

  private func personTerms(ofLine index: Int) -> [[UInt8]] {
    let own = people[index]
    func term(_ member: CastID, _ role: PostingKey.Role) -> [UInt8]? {
      guard (0..<RowKey.maximumMembers).contains(member.rawValue) else { return nil }
      return PostingKey.term(RowKey.member(ordinal: ordinal, member), role)
    }
    return own.addressees.compactMap { term($0, .addressee) }
      + own.named.compactMap { term($0, .named) }
      + [own.speaker].compactMap { $0.flatMap { term($0, .speaker) } }
  }
}
