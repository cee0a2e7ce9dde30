import FicModel
import Testing

@testable import FicIngest

@Suite struct CastAlignmentTests {
  private static let smith = CastMember(name: "Smith", mentions: 4)
  private static let crane = CastMember(name: "Crane", mentions: 2)
  private static let pask = CastMember(name: "Pask", mentions: 1)

  @Test func `members who are known keep their places, new ones come last`() {
    let alignment = CastAlignment(
      parsed: [Self.pask, Self.smith],
      stored: [Self.smith, Self.crane]
    )
    #expect(alignment.cast.map(\.name) == ["Smith", "Crane", "Pask"])
    #expect(alignment.cast.map(\.mentions) == [4, 0, 1])
    #expect(alignment.place(of: CastID(rawValue: 0)) == CastID(rawValue: 2))
    #expect(alignment.place(of: CastID(rawValue: 1)) == CastID(rawValue: 0))
  }

  @Test func `two members of one name stay two`() {
    let alignment = CastAlignment(parsed: [Self.smith, Self.smith], stored: [Self.smith])
    #expect(alignment.cast.count == 2)
    #expect(alignment.place(of: CastID(rawValue: 0)) != alignment.place(of: CastID(rawValue: 1)))
  }

  @Test func `every id of a chapter is led to its place`() {
    let quotation = Quotation(span: TextSpan(0, 4), content: TextSpan(1, 3))
    let utterance = Utterance(
      kind: .speech,
      quotations: [quotation],
      attribution: Attribution(
        speaker: CastID(rawValue: 0),
        form: .implicit,
        rule: "Rule",
        confidence: 1
      ),
      addressees: [CastID(rawValue: 1)]
    )
    let chapter = Chapter(
      text: Array("\"ab\"".utf8),
      utterances: [utterance],
      mentions: [Mention(span: TextSpan(1, 2), member: CastID(rawValue: 1))]
    )
    let alignment = CastAlignment(
      parsed: [Self.crane, Self.pask],
      stored: [Self.smith, Self.pask]
    )
    let aligned = alignment.aligned(chapter)
    #expect(aligned.utterances[0].attribution.speaker == CastID(rawValue: 2))
    #expect(aligned.utterances[0].addressees == [CastID(rawValue: 1)])
    #expect(aligned.mentions[0].member == CastID(rawValue: 1))
  }
}
