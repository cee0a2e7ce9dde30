import FicModel
import FicPrinter
import Testing

@Suite struct ConcordancePrinterTests {
  @Test func `matches stand under each other`() throws {
    var printer = ConcordancePrinter(style: PrintStyle(width: 80, usesColor: false))
    var output = ""
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
    printer.print(SampleAnswer.begin, to: &output)
    for (index, keyword) in contexts.enumerated() {
      printer.print(SampleAnswer.hit(offset: index * 1000, keyword: keyword), to: &output)
    }
    printer.print(SampleAnswer.end, to: &output)
    printer.finish(to: &output)
    try GoldenScreen(name: "kwic").expect(output)
    let columns = output.split(separator: "\n").prefix(3).map { line in
      line.firstRange(of: "Smith").map { line.distance(from: line.startIndex, to: $0.lowerBound) }
    }
    #expect(Set(columns.dropFirst(1)).count == 1)
  }
}
