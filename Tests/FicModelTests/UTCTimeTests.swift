import FicModel
import Testing

@Suite struct UTCTimeTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (1_714_566_600, "2024-05-01T12:30:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
    ]
  )
  func `a moment is written and read`(seconds: Int, text: String) {
    #expect(UTCTime.text(seconds: seconds) == text)
    #expect(UTCTime.seconds(text) == seconds)
  }

  @Test func `days and minutes may be left out`() {
    #expect(UTCTime.seconds("2024-05-01") == 1_714_521_600)
    #expect(UTCTime.seconds("2024-05-01 12:30") == 1_714_566_600)
    #expect(UTCTime.seconds("2024-05-01T12:30Z") == 1_714_566_600)
  }

  @Test(
    arguments: [
      "", "Z", "2023-02-29", "2024-13-01", "2024-00-10", "2024-05-32", "2024-05-01T24:00",
      "2024-05-01T12:60", "24-05-01", "2024/05/01", "2024-05-0x", "1969-12-31", "2024-05-01T12",
    ]
  )
  func `what is no day is no moment`(text: String) {
    #expect(UTCTime.seconds(text) == nil)
  }

  @Test func `every day of four centuries comes back`() {
    for day in stride(from: 0, to: 146_097 + 11_000, by: 1) {
      let text = UTCTime.text(seconds: day * 86_400)
      #expect(UTCTime.seconds(text) == day * 86_400)
    }
  }
}
