import FicModel
import Testing

@testable import FicIndex

@Suite struct LinePeopleTests {
  private func people(_ chapter: Chapter) -> [LinePeople] {
    chapter.people(of: ChapterLines(chapter).lines)
  }

  private func ids(_ numbers: Int...) -> [CastID] { numbers.map(CastID.init) }

  @Test func `a line knows who speaks, to whom, how surely and whom it names`() {
    var fixture = LineFixture("“Go, Zoë,” said A, “with Tom.” (Hi, Bo!) Bo left.\n\nBo came.")
    fixture.say("“Go, Zoë,”", "“with Tom.”", by: 0, to: [2, 1, 2], confidence: 0.7)
    fixture.put("(Hi, Bo!)", into: .authorsNote)
    fixture.chapter.mentions = [
      Mention(span: fixture.span("Zoë"), member: CastID(rawValue: 2)),
      Mention(span: fixture.span("Tom"), member: CastID(rawValue: 3)),
      Mention(span: fixture.span("Bo!"), member: CastID(rawValue: 5)),
      Mention(span: fixture.span("Bo left"), member: CastID(rawValue: 4)),
      Mention(span: fixture.span("Bo came"), member: CastID(rawValue: 4)),
    ]
    let people = people(fixture.chapter)
    #expect(people.map(\.speaker) == [CastID(rawValue: 0), nil, nil])
    #expect(people.map(\.addressees) == [ids(2, 1), [], []])
    #expect(people.map(\.named) == [ids(2, 3, 4), ids(5), ids(4)])
    #expect(people.map(\.confidence) == [0.7, 0, 0])
    #expect(people[0].all == Set(ids(0, 1, 2, 3, 4)))
  }

  @Test func `of several turns the least sure counts, and what is no speech does not`() {
    var fixture = LineFixture("“Go,” said A. “Now!” The ‘thing’ was there.")
    fixture.say("“Go,”", by: 0, confidence: 0.9)
    fixture.say("“Now!”", by: 0, to: [1], confidence: 0.4)
    fixture.say("‘thing’", by: 3, kind: .notSpeech, confidence: 0.1)
    let people = people(fixture.chapter)
    #expect(people.map(\.speaker) == ids(0))
    #expect(people.map(\.addressees) == [ids(1)])
    #expect(people.map(\.confidence) == [0.4])
  }

  @Test func `who is only named in a note occurs in the chapter`() {
    var fixture = LineFixture("“Go,” said A.")
    fixture.say("“Go,”", by: 0, to: [1])
    fixture.say("said", by: 7, kind: .notSpeech)
    fixture.chapter.mentions = [Mention(span: TextSpan(0, 1), member: CastID(rawValue: 9))]
    #expect(fixture.chapter.occurringMembers == Set(ids(0, 1, 9)))
  }

  @Test(
    arguments: [
      (0.0, 0), (-1.0, 0), (0.004, 0), (0.005, 1), (0.5, 100), (0.499, 99), (0.9, 180), (1.0, 200),
      (7.0, 200),
    ] as [(Double, UInt8)]
  )
  func `confidences are compared in 200ths, rounded down`(confidence: Double, step: UInt8) {
    #expect(LinePeople.step(confidence) == step)
  }
}
