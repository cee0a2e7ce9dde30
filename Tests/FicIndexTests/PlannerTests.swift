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
      ("(a OR -b) c", "scene(and a c) | scene(c) without(b)"),
      ("walk* \"in the g*\"", "scene(and walk* \"in the g\"*)"),
      ("W*k* gr?É be*'s", "scene(and w*k* gr?e be*s)"),
      ("NEAR(w?k a, 4)", "scene(near4 w?k a)"),
      ("NEAR(a \"b c\", 4)", "scene(near4 a \"b c\")"),
      ("NEAR(a* (b OR \"c d\"), 4)", "scene(near4 a* [b|\"c d\"])"),
      ("NEAR(a …, 4)", "scene(a)"),
      ("from:smith", "line(*) speaker:smith voices[dialogue,thought] ≥0.5"),
      (
        "from:smith to:jones go",
        "line(go) speaker:smith addressee:jones voices[dialogue,thought] ≥0.5"
      ),
      (
        "from:smith from:john",
        "line(*) speaker:smith speaker:john voices[dialogue,thought] ≥0.5"
      ),
      ("from:smith confidence:0.8", "line(*) speaker:smith voices[dialogue,thought] ≥0.8"),
      (
        "from:smith with:zoe go",
        "line(go) speaker:smith present:zoe voices[dialogue,thought] ≥0.5"
      ),
      ("from:smith -with:zoe", "line(*) speaker:smith -present:zoe voices[dialogue,thought] ≥0.5"),
      ("in:dialogue \"a b\" -with:zoe", "line(\"a b\") -present:zoe voices[dialogue]"),
      (
        "from:smith -to:zoe",
        "line(*) speaker:smith -addressee:zoe voices[dialogue,thought] ≥0.5"
      ),
      ("with:a with:b", "scene(*) present:a present:b"),
      ("sea -with:a", "scene(sea) -present:a"),
      ("sea -from:a", "scene(sea) -speaker:a"),
      ("about:smith", "line(*) named:smith"),
      ("about:\"john smith\" sea", "line(sea) named:\"john smith\""),
      ("sea -about:smi*", "scene(sea) -named:smi*"),
      ("from:a about:b", "line(*) speaker:a named:b voices[dialogue,thought] ≥0.5"),
      ("sea -in:dialogue", "scene(sea) voices[narration,thought]"),
      ("sea in:narration", "scene(sea) voices[narration]"),
      ("sea -in:narration", "line(sea) voices[dialogue,thought]"),
      ("sea in:thought", "line(sea) voices[thought]"),
      ("sea in:notes", "scene(sea) zones[author_note,banner,disclaimer,review_reply]"),
      (
        "sea in:all",
        "scene(sea) zones[author_note,banner,boilerplate,break,disclaimer,heading,recap,review_reply,story,summary]"
      ),
      ("sea in:all -in:notes", "scene(sea) zones[boilerplate,break,heading,recap,story,summary]"),
      ("in:all from:a", "line(*) speaker:a voices[dialogue,thought] ≥0.5"),
      ("work:alice sea", "scene(sea) title:alice"),
      ("-work:alice author:ann sea", "scene(sea) -title:alice author:ann"),
      ("work:alice", "scene(*) title:alice"),
      ("chapter:3-5 upto:4 sea", "scene(sea) chapters3-4 -printed5-2147483647 upto4"),
      ("printed:12 sea", "scene(sea) printed12-12"),
      ("printed:2-4 -printed:3 chapter:9 sea", "scene(sea) chapters9-9 printed2-4 -printed3-3"),
      // Behind these come the chapters that are gone and kept.
      ("chapter:3- sea", "scene(sea) chapters3-100000"),
      (
        "-chapter:3 upto:5 sea",
        "scene(sea) chapters1-2 -printed6-2147483647 upto5"
          + " | scene(sea) chapters4-5 -printed6-2147483647 upto5"
      ),
      (
        "from:a OR from:b",
        "line(*) speaker:a voices[dialogue,thought] ≥0.5 | "
          + "line(*) speaker:b voices[dialogue,thought] ≥0.5"
      ),
      ("a OR b OR from:c", "scene(or a b) | line(*) speaker:c voices[dialogue,thought] ≥0.5"),
      (
        "(from:a OR from:b) x",
        "line(x) speaker:a voices[dialogue,thought] ≥0.5 | "
          + "line(x) speaker:b voices[dialogue,thought] ≥0.5"
      ),
      ("x -(from:a OR from:b)", "scene(x) -speaker:a -speaker:b"),
      ("x -(a from:b)", "scene(x) without(a) | scene(x) -speaker:b"),
    ])
  func `a query comes to plans`(query: String, expected: String) throws {
    #expect(try dump(query) == expected)
  }

  @Test func `the zone of the request is the default only`() throws {
    let planner = Planner(zone: .notes)
    let plan = try planner.plan(try QueryParser.parse("sea"))
    #expect(plan.plans.map(\.zones) == [[.authorsNote, .reviewReply, .disclaimer, .banner]])
    #expect(plan.usesDefaultZone)
    #expect(plan.understood == "sea in:notes")
    #expect(try !planner.plan(try QueryParser.parse("sea in:story")).usesDefaultZone)
  }

  @Test func `a leaf that several alternatives ask for has one number`() throws {
    let plan = try Planner().plan(try QueryParser.parse("(sea from:a) OR (sea -shore from:b)"))
    #expect(plan.plans.count == 2)
    let leaves = ["sea", "shore"].map {
      TermClause.phrase(TermPhrase(Analyzer().terms(of: $0), inflection: .en))
    }
    #expect(plan.leaves == leaves)
    #expect(plan.wanted == [leaves[0]])
  }
}
