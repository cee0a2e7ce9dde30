import FicModel
import FicPrinter
import Testing

@Suite struct ExplanationPrinterTests {
  private func screen(
    _ chapters: [Chapter] = [SampleWork.chapter],
    cast: [CastMember] = SampleWork.cast,
    width: Int = 80,
    color: Bool = false
  ) -> String {
    let printer = ExplanationPrinter(style: PrintStyle(width: width, usesColor: color))
    let work = ParsedWork(chapters: chapters, cast: cast)
    var metadata = WorkMetadata()
    metadata.fields.append(MetadataField(key: "title", value: "Slack Water", origin: .fileName))
    var output = ""
    printer.write(
      Explanation(
        name: "02 - The Clerk.txt",
        work: work,
        metadata: metadata,
        notices: ["The character set was guessed."]
      ),
      to: &output
    )
    printer.writeCast(of: work, to: &output)
    return output
  }

  @Test func `a text stands beside its zones and scenes and above who speaks and why`() throws {
    try GoldenScreen(name: "explain").expect(screen())
  }

  @Test func `a colour explanation has the same words`() throws {
    let color = screen(color: true)
    try GoldenScreen(name: "explain-color").expect(color)
    #expect(color.replacing(/\u{1B}\[[0-9;]*m/, with: "") == screen())
  }

  @Test(arguments: [40, 60, 100]) func `no row is wider than the screen`(width: Int) {
    for line in screen(width: width).split(separator: "\n") where line.contains(#/[│┊] /#) {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func `every word of the text is there, in order`() {
    let rows = screen().split(separator: "\n").filter {
      $0.contains(#/[│┊] /#) && !$0.contains(" ├─ ")
    }
    let shown = rows.joined(separator: " ")
    for word in ["Chapter II:", "sorry!", "“I never said that,”", "laughed.", "* * *", "田中."] {
      #expect(shown.contains(word), "\(word)")
    }
  }

  @Test func `an explained text cannot steer the terminal`() {
    let text = screen()
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!text.unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
  }

  @Test func `spans that make no sense do no harm`() {
    for span in [TextSpan(9_999, 10_000), TextSpan(0, 10_000), TextSpan(3, 3), TextSpan(5, 6)] {
      var chapter = SampleWork.chapter
      chapter.utterances.append(
        Utterance(
          kind: .speech,
          quotations: [Quotation(span: span, content: span)],
          attribution: Attribution(
            speaker: CastID(rawValue: 99),
            form: .implicit,
            rule: "",
            evidence: span,
            confidence: 1
          )
        )
      )
      chapter.scenes.append(Scene(span: span, sceneBreak: .slug))
      chapter.zones.append(Zone(kind: .banner, span: span))
      chapter.paragraphs = [span]
      #expect(screen([chapter], cast: []).contains("Nobody laughed"))
    }
    #expect(screen([Chapter(text: [0xFF, 0x0A, 0xE2, 0x80])]).contains("\u{FFFD}"))
    #expect(screen([]).contains("Cast"))
  }
}
