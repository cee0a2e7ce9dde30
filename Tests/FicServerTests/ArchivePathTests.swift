import Testing

@testable import FicServer

@Suite struct ArchivePathTests {
  @Test(
    arguments: [
      ("/a/b", "/a/b"), ("/a//b/", "/a/b"), ("/a/./b", "/a/b"), ("/a/../b", "/b"), ("/", "/"),
      ("/..", nil), ("/a/../../b", nil), ("a/b", nil), ("", nil), ("/a\u{0}b", nil),
    ] as [(String, String?)]
  )
  func `paths are brought to one form`(path: String, expected: String?) {
    #expect(ArchivePath.normalized(path) == expected)
  }

  @Test(arguments: [
    ("/srv/a", true), ("/srv/a/b", true), ("/srv/ab", false), ("/srv", false),
    ("/srv/a/../b", false), ("/srv/a/", false), ("srv/a", false),
  ])
  func `only what is in the archive lies in it`(path: String, expected: Bool) {
    #expect(ArchivePath.lies(path, in: ["/x", "/srv/a"]) == expected)
  }

  @Test func `everything lies in the root`() {
    #expect(ArchivePath.lies("/srv/a", in: ["/"]))
  }
}
