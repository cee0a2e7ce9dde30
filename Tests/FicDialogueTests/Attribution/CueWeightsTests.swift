import Testing

@testable import FicDialogue

@Suite struct CueWeightsTests {
  @Test func `the table in use has a weight for every cue, and no other line`() {
    let listed = String(decoding: PackageResources.cue_weights_txt, as: UTF8.self)
      .split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(Set(listed).isSubset(of: CueWeights.names))
    #expect(Set(listed).count == listed.count)
    #expect(CueWeights.standard[.tagHit] > 3)
    #expect(CueWeights.standard[.vocativeOwn] < -1)
  }

  @Test func `comments, unknown cues and broken lines are passed over`() {
    let weights = CueWeights(table: Array("# x\ntagHit 2.5\nnoCue 1\ntagTitle\nbackFar z\n".utf8))
    #expect(weights[.tagHit] == 2.5)
    #expect(weights.values.filter { $0 != 0 } == [2.5])
  }
}
