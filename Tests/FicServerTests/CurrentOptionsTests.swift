import Testing

@testable import FicServer

@Suite struct CurrentOptionsTests {
  @Test func `a reload keeps what only a restart can change, and says so`() {
    let current = CurrentOptions(DaemonOptions())
    var other = DaemonOptions()
    other.archive = ["/srv/other"]
    other.index = "/elsewhere"
    other.concurrentQueries = 1
    other.queryMilliseconds = 5
    #expect(current.replace(with: other) == ["index.path", "server.concurrentQueries"])
    #expect(current.value.archive == ["/srv/other"])
    #expect(current.value.queryMilliseconds == 5)
    #expect(current.value.index == DaemonOptions().index)
    #expect(current.value.concurrentQueries == 8)
  }

  @Test func `a reload without changes keeps nothing`() {
    let current = CurrentOptions(DaemonOptions())
    #expect(current.replace(with: DaemonOptions()).isEmpty)
  }
}
