import Logging
import Testing

@testable import FicServer

@Suite struct JournalLogHandlerTests {
  @Test(arguments: [
    (Logger.Level.debug, "<7>"), (.info, "<6>"), (.notice, "<5>"), (.warning, "<4>"),
    (.error, "<3>"), (.critical, "<2>"),
  ])
  func `the journal gets the priority in front`(level: Logger.Level, prefix: String) {
    let line = JournalLogHandler.line(level: level, message: "m", fields: [:], isJournal: true)
    #expect(line == prefix + "m\n")
  }

  @Test func `a person gets the level in words, and fields by name`() {
    let line = JournalLogHandler.line(
      level: .warning,
      message: "not searchable",
      fields: ["path": "/a b", "code": "empty"],
      isJournal: false
    )
    #expect(line == "ficsearchd: warning: not searchable code=empty path=/a b\n")
  }

  @Test func `what a user sends stays on its line`() {
    let line = JournalLogHandler.line(
      level: .info,
      message: "a\n<2>b\u{1B}[31m\u{2028}",
      fields: ["k": "x\r\ny"],
      isJournal: true
    )
    #expect(line == "<6>a\\u{a}<2>b\\u{1b}[31m\\u{2028} k=x\\u{d}\\u{a}y\n")
  }

  @Test func `one threshold counts for all loggers`() {
    let threshold = LogThreshold(.info)
    let loggers = (0..<2).map { number in
      Logger(label: "\(number)") { _ in
        JournalLogHandler(threshold: threshold, journalStream: nil)
      }
    }
    threshold.value = .error
    #expect(loggers.map(\.logLevel) == [.error, .error])
  }
}
