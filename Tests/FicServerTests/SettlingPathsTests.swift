import Testing

@testable import FicServer

@Suite struct SettlingPathsTests {
  private let start = ContinuousClock.now

  private func after(_ milliseconds: Int) -> ContinuousClock.Instant {
    start.advanced(by: .milliseconds(milliseconds))
  }

  @Test func `a path is read when it has rested`() {
    var paths = SettlingPaths(settle: .milliseconds(500))
    paths.note("/a", now: after(0))
    #expect(paths.nextDue == after(500))
    let early = paths.takeDue(now: after(499))
    #expect(early == nil)
    let due = paths.takeDue(now: after(500))
    #expect(due == ReindexScope(paths: ["/a"]))
    #expect(paths.nextDue == nil)
  }

  @Test func `a change starts the rest anew`() {
    var paths = SettlingPaths(settle: .milliseconds(500))
    paths.note("/a", now: after(0))
    paths.note("/a", now: after(400))
    #expect(paths.nextDue == after(900))
  }

  @Test func `a path that never rests is read all the same`() {
    var paths = SettlingPaths(settle: .milliseconds(500))
    for time in stride(from: 0, to: 5000, by: 100) { paths.note("/a", now: after(time)) }
    let due = paths.takeDue(now: after(5000))
    #expect(due == ReindexScope(paths: ["/a"]))
  }

  @Test func `paths that have rested are taken together, the others stay`() {
    var paths = SettlingPaths(settle: .milliseconds(500))
    paths.note("/b", now: after(0))
    paths.note("/a", now: after(100))
    paths.note("/c", now: after(300))
    let due = paths.takeDue(now: after(600))
    #expect(due == ReindexScope(paths: ["/a", "/b"]))
    #expect(paths.nextDue == after(800))
  }

  @Test func `the whole archive takes in every path`() {
    var paths = SettlingPaths(settle: .milliseconds(500))
    paths.note("/a", now: after(0))
    paths.noteWholeArchive(now: after(100))
    let due = paths.takeDue(now: after(600))
    #expect(due == ReindexScope())
    #expect(paths.nextDue == nil)
  }

  @Test func `too many paths become the whole archive`() {
    var paths = SettlingPaths(settle: .milliseconds(500))
    for number in 0...SettlingPaths.maximumPaths { paths.note("/\(number)", now: after(0)) }
    let due = paths.takeDue(now: after(500))
    #expect(due == ReindexScope())
  }

  @Test func `without a settling time everything is due at once`() {
    var paths = SettlingPaths(settle: .zero)
    paths.note("/a", now: after(0))
    let due = paths.takeDue(now: after(0))
    #expect(due == ReindexScope(paths: ["/a"]))
  }
}
