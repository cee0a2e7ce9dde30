import FicModel
import FicWire
import Testing

@testable import FicPrinter

@Suite struct PrintedAnswerTests {
  @Test(arguments: [
    (#"{"type":"end","elapsedMilliseconds":12.5}"#, #"{"type":"end","elapsedMilliseconds":0.25}"#),
    (#"{"elapsedMilliseconds":7,"x":1}"#, #"{"elapsedMilliseconds":0.25,"x":1}"#),
    (
      #"{"text":"\"elapsedMilliseconds\":1","elapsedMilliseconds":1.0}"#,
      #"{"text":"\"elapsedMilliseconds\":1","elapsedMilliseconds":0.25}"#
    ),
    (#"{"count":3}"#, #"{"count":3}"#), ("", ""),
  ])
  func `an answer is given again with the time that it took now`(kept: String, given: String) {
    let answer = PrintedAnswer(json: Array(kept.utf8)).taking(.microseconds(250))
    #expect(String(decoding: answer, as: UTF8.self) == given)
  }

  @Test func `a text is given again with the time that it took now`() {
    let parameters = SearchParameters(query: "· 3 ms")
    let contents = AnswerContents.search(SampleAnswer.answer, parameters)
    let printed = contents.printed(as: FormParameters(form: .text))
    let first = String(decoding: printed.bytes, as: UTF8.self)
    #expect(first.contains(" 2 works · 3 ms\n") && !first.unicodeScalars.contains("\u{1}"))
    let again = String(decoding: printed.taking(.milliseconds(12)), as: UTF8.self)
    #expect(again == first.replacing(" works · 3 ms\n", with: " works · 12 ms\n"))
  }
}
