import FicModel
import FicWire
import Testing

@Suite struct APIPathTests {
  @Test(arguments: [
    (APIPath.scene(ref: "k7f2qdmx:3:1045"), "/v1/scenes/k7f2qdmx%3A3%3A1045"),
    (APIPath.chapter(ref: "a/../b"), "/v1/chapters/a%2F..%2Fb"),
    (APIPath.work(id: "k7f2qdmx"), "/v1/works/k7f2qdmx"),
    (APIPath.job(id: "k3-1"), "/v1/jobs/k3-1"),
    (WorksParameters().target, "/v1/works"),
    (
      WorksParameters(query: "ash & ember", sort: .words, isReversed: true, limit: 5).target,
      "/v1/works?q=ash%20%26%20ember&sort=words&reverse=true&limit=5"
    ),
    (CastParameters().target, "/v1/cast"),
    (CastParameters(work: "Émile", name: "Smith").target, "/v1/cast?work=%C3%89mile&name=Smith"),
    (APIPath.complete(prefix: "smi"), "/v1/complete?prefix=smi"),
  ])
  func `targets are percent-encoded`(target: String, expected: String) {
    #expect(target == expected)
  }

  @Test func `a segment is decoded as it was encoded`() {
    #expect(APIPath.decodeSegment("k7f2qdmx%3A3%3a1045") == "k7f2qdmx:3:1045")
    #expect(APIPath.decodeSegment("a+b") == "a+b")
    #expect(APIPath.decodeSegment("%C3") == nil)
    #expect(APIPath.decodeSegment("%") == nil)
  }
}
