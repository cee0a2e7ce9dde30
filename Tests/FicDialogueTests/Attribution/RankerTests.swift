import Testing

@testable import FicDialogue

@Suite struct RankerTests {
  @Test(arguments: [
    (PackageResources.first_ranker_txt, CueRow.names),
    (PackageResources.second_ranker_txt, CueRow.names),
    (PackageResources.addressee_ranker_txt, AddresseeCue.names),
  ])
  func `a table in use lists cues that there are, each once`(table: [UInt8], cues: [String]) {
    let listed = String(decoding: table, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    let links = TransitionCue.allCases.map(\.name) + AddresseeLinkCue.allCases.map(\.name)
    let known = Set(cues + links + ["bias", "out"])
    #expect(Set(listed).isSubset(of: known))
    #expect(Set(listed).count == listed.count)
    #expect(listed.count > cues.count / 2)
  }

  @Test func `comments, unknown cues and broken numbers are passed over`() {
    let ranker = Ranker(table: Array("# x\nTagCue.named 2.5\nNoCue.some 1\nTagCue.title z\n".utf8))
    let row = CueRow()
    row[TagCue.named] = 1
    row[TagCue.title] = 1
    #expect(ranker.score(row, after: ranker.begin(row)) == 2.5)
  }

  @Test func `hidden units count what is above nothing`() {
    let table = "bias -1 0\nout 3 1\nTagCue.named 0 2 -1\nTurnCue.beat 0 1 0\n"
    let ranker = Ranker(table: Array(table.utf8))
    let row = CueRow()
    row[TagCue.named] = 1
    #expect(ranker.score(row, after: ranker.begin(row)) == 3)
    row[TurnCue.beat] = 1
    #expect(ranker.score(row, after: ranker.begin(row)) == 6)
  }

  @Test func `a transition adds up what holds of it`() {
    let ranker = Ranker(
      table: Array("TransitionCue.nearBare -2 1\nTransitionCue.isShort 1 0.5".utf8)
    )
    var row = [Float](repeating: 0, count: TransitionCue.allCases.count)
    row[TransitionCue.nearBare.rawValue] = 1
    row[TransitionCue.isShort.rawValue] = 1
    let worth = ranker.transition(row)
    #expect(worth.same == -1)
    #expect(worth.back == 1.5)
  }

  @Test func `the families of cues tile a row`() {
    func width<Family: CueFamily>(_ family: Family.Type) -> Int { family.allCases.count }
    var place = 0
    for family in CueRow.families {
      #expect(family.first == place)
      place += width(family)
    }
    #expect(place == CueRow.width)
    #expect(Set(CueRow.names).count == CueRow.width)
    #expect(AddresseeCue.end == AddresseeCue.allCases.count)
  }
}
