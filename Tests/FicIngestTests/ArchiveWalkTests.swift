import FicModel
import Foundation
import Testing

@testable import FicIngest

@Suite struct ArchiveWalkTests {
  @Test func `files of known endings are listed in order, hidden ones are not`() throws {
    let archive = try TemporaryArchive()
    for name in ["b.txt", "a/c.md", ".hidden.txt", ".git/d.txt", "picture.png", "A.TXT"] {
      try archive.write(name, "x")
    }
    var walk = ArchiveWalk(archive.root.path)
    #expect(walk.files().map(\.relativePath) == ["A.TXT", "a/c.md", "b.txt"])
    #expect(walk.listing.problems.isEmpty)
  }

  @Test func `links are not followed, and those that lead out are reported`() throws {
    let archive = try TemporaryArchive()
    try archive.write("a.txt", "x")
    let outside = archive.root.deletingLastPathComponent().appending(path: "secret.txt")
    try Data("x".utf8).write(to: outside)
    let manager = FileManager.default
    for (name, target) in [
      ("loop", archive.root), ("inside.txt", archive.root.appending(path: "a.txt")),
      ("out.txt", outside), ("gone.txt", archive.root.appending(path: "nothing")),
    ] {
      try manager.createSymbolicLink(
        at: archive.root.appending(path: name),
        withDestinationURL: target
      )
    }
    var walk = ArchiveWalk(archive.root.path)
    #expect(walk.files().map(\.relativePath) == ["a.txt"])
    #expect(Set(walk.listing.problems.map(\.code)) == ["outside_archive", "broken_link"])
  }

  @Test func `a folder that is not there is a problem, and what was below it is unknown`() {
    let listing = ArchiveWalk("/nonexistent/archive").listing
    #expect(listing.problems.map(\.code) == ["unreadable_folder"])
    #expect([listing].isUnknown("/nonexistent/archive/x.txt"))
    #expect(![listing].isUnknown("/nonexistent/archive2/x.txt"))
  }
}
