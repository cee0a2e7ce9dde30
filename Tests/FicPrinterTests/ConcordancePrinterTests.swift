import FicModel
import FicPrinter
import FicWire
import Testing

@Suite struct ConcordancePrinterTests {
  @Test func `matches stand under each other`() throws {
    let contexts = [
      KeywordInContext(
        left: "“I never said that,” said ",
        match: "Smith",
        right: ", and put the lamp down on it."
      ),
      KeywordInContext(left: "", match: "Smith", right: ""),
      KeywordInContext(
        left: String(repeating: "left ", count: 40),
        match: "Smith’s",
        right: String(repeating: " right", count: 40)
      ),
    ]
    let hits = contexts.enumerated().map { index, keyword in
      SampleAnswer.hit(offset: index * 1000, keyword: keyword)
    }
    let answer = AnswerContents.search(
      [SampleAnswer.begin] + hits + [SampleAnswer.end],
      SearchParameters(query: "Smith", view: .kwic)
    )
    let output = String(
      decoding: answer.printed(as: FormParameters(form: .text)).bytes,
      as: UTF8.self
    )
    try GoldenScreen(name: "kwic").expect(output)
    let columns = output.split(separator: "\n").prefix(3).map { line in
      line.firstRange(of: "Smith").map { line.distance(from: line.startIndex, to: $0.lowerBound) }
    }
    #expect(Set(columns.dropFirst(1)).count == 1)
  }
}
