import FicModel
import Testing

@Suite struct TextPrinterTests {
  private func screen(_ records: [SearchRecord], width: Int = 80, color: Bool = false) -> String {
    screenOfSearch(records, width: width, color: color)
  }

  @Test func `an answer is a card, then hits by work, chapter and scene, then totals`() throws {
    try GoldenScreen(name: "answer").expect(screen(SampleAnswer.answer))
  }

  @Test func `a colour screen has the same words`() throws {
    let color = screen(SampleAnswer.answer, color: true)
    try GoldenScreen(name: "answer-color").expect(color)
    let plain = color.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == screen(SampleAnswer.answer))
  }

  @Test(arguments: [40, 60, 100]) func `no line is wider than the screen`(width: Int) {
    for line in screen(SampleAnswer.answer, width: width).split(separator: "\n") {
      // Commands to copy and titles stay whole.
      if line.contains("ficsearch '") || !line.hasPrefix("  ") { continue }
      #expect(line.count <= max(width, 40), "\(line)")
    }
  }

  @Test func `nothing found says so and proposes what occurs`() throws {
    try GoldenScreen(name: "nothing").expect(screen([SampleAnswer.begin, SampleAnswer.nothing]))
  }

  @Test func `a line that lacks a word says so`() throws {
    let close = SampleAnswer.closest(
      SampleAnswer.hit(offset: 9, work: SampleAnswer.tides, chapter: 3, scene: 1),
      lacking: ["ladder", "oil can"]
    )
    let other = SampleAnswer.closest(SampleAnswer.hit(offset: 77), lacking: ["walk*"])
    try GoldenScreen(name: "closest").expect(
      screen([
        SampleAnswer.begin, close, other, SampleAnswer.hit(offset: 1045), SampleAnswer.commonEnd,
      ])
    )
    try GoldenScreen(name: "only-closest").expect(
      screen([SampleAnswer.begin, close, SampleAnswer.nothing])
    )
  }

  @Test func `what is not searchable stands below every answer`() {
    let text = screen([SampleAnswer.incomplete, SampleAnswer.nothing])
    #expect(text.contains("\n2 files are not searchable (1 damaged, 1 without text): ficsearch"))
  }

  @Test func `a text cannot steer the terminal`() {
    let evil = SampleAnswer.hit(
      offset: 1,
      speaker: "\u{1B}[31mX",
      text: "a\u{1B}]0;title\u{7}b\u{9B}31m \u{202E}c",
      matches: []
    )
    let text = screen([SampleAnswer.begin, evil, SampleAnswer.end])
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!text.unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test(arguments: [[[-5, 3]], [[2, 900]], [[5, 1]], [[1]], [[]], [[3, 3]]])
  func `match places that make no sense do no harm`(matches: [[Int]]) {
    let hit = SampleAnswer.hit(offset: 1, text: "short", matches: matches)
    #expect(screen([SampleAnswer.begin, hit, SampleAnswer.end], color: true).contains("rt"))
  }

  @Test func `wide characters count two columns`() {
    let hit = SampleAnswer.hit(
      offset: 1,
      text: String(repeating: "鬼 ", count: 60),
      matches: []
    )
    for line in screen([SampleAnswer.begin, hit, SampleAnswer.end], width: 60).split(
      separator: "\n"
    )
    where line.contains("鬼") {
      #expect(line.unicodeScalars.reduce(0) { $0 + ($1 == "鬼" ? 2 : 1) } <= 60)
    }
  }
}
