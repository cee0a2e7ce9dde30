import FicModel
import FicQuery
import Testing

@testable import FicIndex

@Suite struct PlannerTests {
  private func dump(_ query: String) throws -> String {
    try Planner().plan(try QueryParser.parse(query)).plans.map(PlanDump.dump)
      .joined(separator: " | ")
  }

  @Test(
    arguments: [
      ("smith", "scene(smith)"),
      ("Smith’s lock-in", "scene(and smith \"lock in\")"),
      ("smith smith", "scene(smith)"),
      ("a -b -c", "scene(not a (or b c))"),
      ("(a OR -b) c", "scene(and a c) | scene(not c b)"),
      ("walk* \"in the g*\"", "scene(and walk* \"in the g\"*)"),
      ("NEAR(a \"b c\", 4)", "scene(near4 a \"b c\")"),
      ("from:smith", "utterance(speaker:smith) ≥0.5"),
      ("from:smith to:jones go", "utterance(and go speaker:smith addressee:jones) ≥0.5"),
      ("from:smith from:john", "utterance(and speaker:smith speaker:john) ≥0.5"),
      ("from:smith confidence:0.8", "utterance(speaker:smith) ≥0.8"),
      ("from:smith with:zoe go", "utterance(and go speaker:smith) in(cast:zoe) ≥0.5"),
      ("from:smith -with:zoe", "utterance(speaker:smith) in(not cast:smith cast:zoe) ≥0.5"),
      (
        "in:dialogue \"a b\" -with:zoe",
        "utterance(\"a b\") kinds[letter,speech,text_message] in(not a cast:zoe)"
      ),
      ("from:smith -to:zoe", "utterance(not speaker:smith addressee:zoe) ≥0.5"),
      ("with:a with:b", "scene(and cast:a cast:b)"),
      ("sea -with:a", "scene(not sea cast:a)"),
      ("sea -from:a", "scene(sea) outside[speaker:a]"),
      ("sea -in:dialogue", "scene(sea) outside[letter,speech,text_message]"),
      ("sea in:narration", "scene(sea) outside[letter,speech,text_message,thought]"),
      ("sea -in:narration", "utterance(sea)"),
      ("sea in:thought", "utterance(sea) kinds[thought]"),
      ("sea in:notes", "matter(sea) zones[author_note,banner,disclaimer,review_reply]"),
      ("sea in:all", "scene(sea) | matter(sea)"),
      ("sea in:all -in:notes", "scene(sea) | matter(sea) zones[heading,recap,summary]"),
      ("in:all from:a", "utterance(speaker:a) ≥0.5"),
      ("work:alice sea", "scene(sea) title:alice"),
      ("-work:alice author:ann sea", "scene(sea) -title:alice author:ann"),
      ("work:alice", "scene(*) title:alice"),
      ("chapter:3-5 upto:4 sea", "scene(sea) chapters3-4"),
      ("-chapter:3 upto:5 sea", "scene(sea) chapters1-2 | scene(sea) chapters4-5"),
      ("from:a OR from:b", "utterance(speaker:a) ≥0.5 | utterance(speaker:b) ≥0.5"),
      ("a OR b OR from:c", "scene(or a b) | utterance(speaker:c) ≥0.5"),
      ("(from:a OR from:b) x", "utterance(and x speaker:a) ≥0.5 | utterance(and x speaker:b) ≥0.5"),
      ("x -(from:a OR from:b)", "scene(x) outside[speaker:a,speaker:b]"),
      ("x -(a from:b)", "scene(not x a) | scene(x) outside[speaker:b]"),
    ])
  func `a query comes to plans`(query: String, expected: String) throws {
    #expect(try dump(query) == expected)
  }

  @Test func `the zone of the request is the default only`() throws {
    let planner = Planner(zone: .notes)
    let plan = try planner.plan(try QueryParser.parse("sea"))
    #expect(plan.plans.map(\.candidates.unit) == [.matter] && plan.usesDefaultZone)
    #expect(plan.understood == "sea in:notes")
    #expect(try !planner.plan(try QueryParser.parse("sea in:story")).usesDefaultZone)
  }
}
