import FicModel
import FicParsing
import MarkedTexts
import Testing

@Suite struct QuotationRobustnessTests {
  @Test(arguments: [
    "", " ", "\n\n\n", "\"", "'", "“", "”", "«", "—", "—\n\n—\n\n—", ":", "A:", "A: \n\nB: ", "*",
    "::", "//",
    "\"\"", "''", "“”", "\" \"", "\u{FEFF}\"\u{200B}\"", "[10:14]", "<>", "****", "[", "CRANE: [",
  ])
  func `marks without words are no quotations`(text: String) {
    #expect(quotations(in: text).isEmpty)
  }

  @Test func `any bytes are read, and spans stay in order inside their paragraphs`() {
    var state: UInt64 = 42
    let alphabet: [[UInt8]] =
      [
        "\"", "'", "“", "”", "‘", "’", "«", "»", "„", "—", "-", " ", " ", "\n", "\n\n", "a", "Bob",
        ".", ",", "?",
        ":", "::", "*", "_", "//", "[", "]", "(", ")", "<", ">", "said", " he said", "10:14", "「",
        "」", "it's", "’em",
      ].map { Array($0.utf8) } + [[0xE2], [0x80, 0x9C], [0xFF], [0xC2], [0xF0, 0x9F], [0x00]]
    for _ in 0..<500 {
      var bytes: [UInt8] = []
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += alphabet[Int(state >> 33) % alphabet.count]
      }
      check(bytes)
    }
  }

  private func check(_ bytes: [UInt8]) {
    for paragraph in QuotationScanner().scan([draft(of: bytes)]).joined() {
      var place = paragraph.span.start
      for found in paragraph.quotations {
        let quotation = found.quotation
        #expect(quotation.span.start >= place && !quotation.span.isEmpty)
        #expect(paragraph.span.contains(quotation.span))
        #expect(quotation.span.contains(quotation.content))
        #expect(quotation.nested.allSatisfy(quotation.span.contains))
        if let label = found.label { #expect(paragraph.span.contains(label)) }
        place = quotation.span.end
      }
    }
  }

  /// Shapes that punish a reader that looks ahead without a bound.
  @Test(arguments: [
    "\"", "' ", "“", "«", "'em ", "*a ", "a' ", "'a b' c' ", "\" ' ", "::a ", "A: b\n", "— a, ",
    "[", "“a”b” ",
    "\"a b\" c\" ", "CRANE: [", "—a —b", " \" ",
  ])
  func `a long row of marks is read in linear time`(unit: String) {
    let bytes = Array(String(repeating: unit, count: 12_000 / unit.utf8.count).utf8)
    let paragraphs = QuotationScanner().scan([draft(of: bytes)])
    #expect(paragraphs.count == 1)
  }

  @Test func `the same text gives the same quotations`() {
    let text =
      "CRANE: Go.\n\nODUYA: No.\n\nCRANE: Why?\n\nODUYA: \"So,\" he said.\n\n'Oh,' I thought."
    let first = QuotationScanner().scan([draft(of: Array(text.utf8))])
    for _ in 0..<5 { #expect(QuotationScanner().scan([draft(of: Array(text.utf8))]) == first) }
  }

  @Test func `text outside scenes has no paragraphs`() {
    var outside = draft(of: Array("\"Go,\" said Smith.".utf8))
    outside.chapter.scenes = []
    #expect(QuotationScanner().scan([outside]) == [[]])
  }
}
