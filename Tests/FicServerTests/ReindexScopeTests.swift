import Testing

@testable import FicServer

@Suite struct ReindexScopeTests {
  @Test(arguments: [
    (["/a/b", "/a"], ["/a"]),
    (["/a-b", "/a/b", "/a"], ["/a", "/a-b"]),
    (["/a/b", "/a/bc"], ["/a/b", "/a/bc"]),
    (["/a", "/a"], ["/a"]),
    (["/a/x", "/a!/x", "/a/x/y"], ["/a/x", "/a!/x"]),
    ([], []),
  ])
  func `what lies below another path is left out`(paths: [String], expected: [String]) {
    #expect(ReindexScope(paths: paths).paths == expected)
  }

  @Test func `the whole archive takes in everything`() {
    let part = ReindexScope(paths: ["/a"])
    #expect(part.union(ReindexScope()).paths == [])
    #expect(ReindexScope(all: true).union(part) == ReindexScope(all: true))
    #expect(part.union(ReindexScope(paths: ["/b"])).paths == ["/a", "/b"])
  }

  @Test func `what is to be forgotten is gathered`() {
    let one = ReindexScope(paths: ["/a"], forgets: ["k7f2qdmx", "k7f2qdmx"])
    #expect(one.forgets == ["k7f2qdmx"])
    let both = one.union(ReindexScope(paths: ["/b"], forgets: ["0a1b2c3d:100002"]))
    #expect(both.forgets == ["0a1b2c3d:100002", "k7f2qdmx"])
    #expect(one.union(ReindexScope()).forgets == ["k7f2qdmx"])
  }

  @Test func `too many or too long paths become the whole archive`() {
    let many = (0...ReindexScope.maximumPaths).map { "/archive/\($0).txt" }
    #expect(ReindexScope(paths: many).paths == [])
    #expect(ReindexScope(paths: Array(many.dropLast())).paths.count == ReindexScope.maximumPaths)
    let long = "/" + String(repeating: "x", count: ReindexScope.maximumPathBytes)
    #expect(ReindexScope(paths: [long]).paths == [])
  }
}
