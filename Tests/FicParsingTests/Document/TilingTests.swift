import FicModel
import FicParsing
import MarkedTexts
import SeededRandom
import Testing

/// Any bytes parse, and nothing of them is lost.
@Suite struct TilingTests {
  private static let pieces: [String] = [
    "\n", "\n\n", "\n\n\n\n", " ", "\t", "***", "* * *", "oOo", "xXx", "x", "-", "—", "…",
    "Chapter 3",
    "Chapter Four: The Sea", "III.", "4. Undertow", "Prologue", "A/N: thanks for the reviews!",
    "(A/N: yes", "(A/N: yes, really)", ")", "Disclaimer:", "Summary: a tale", "Title: X",
    "Rating: T",
    "Harry's POV", "London, 1891", "Two weeks later", "[FLASHBACK]", "The End", "TBC", "~Wren",
    "“You’re late,” said Hope.", "He ran", "and hid", "He said nothing.", "— Non, dit-il.", "第十二回",
    "R&R please", "guest: no", "hp & ha", "{2}", "\u{A0}", "\u{FEFF}", "\u{200B}", "> quoted", "Ω",
    "CONTENTS", "1", "2", "3", "End file.",
  ]

  private func text(_ seed: UInt64) -> [UInt8] {
    var random = SplitMix(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<200, using: &random) {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: bytes.append(UInt8.random(in: 0...255, using: &random))
      case 1, 2, 3: bytes.append(0x0A)
      default: bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<600)
  func `blocks, chapters and zones tile any text`(seed: Int) {
    let bytes = text(UInt64(seed))
    let blocks = BlockScanner().blocks(of: bytes)
    #expect(blocks.flatMap { bytes[$0.span.range] } == bytes, "seed \(seed)")
    let structure = Structure(bytes)
    #expect(structure.drafts.flatMap(\.chapter.text) == bytes, "seed \(seed)")
    for draft in structure.drafts {
      let chapter = draft.chapter
      #expect(draft.blocks.flatMap { chapter.text[$0.span.range] } == chapter.text, "seed \(seed)")
      #expect(chapter.zones.flatMap { chapter.text[$0.span.range] } == chapter.text, "seed \(seed)")
      for scene in chapter.scenes {
        #expect(!scene.span.isEmpty && scene.span.end <= chapter.text.count, "seed \(seed)")
      }
      #expect(
        zip(chapter.scenes, chapter.scenes.dropFirst()).allSatisfy { $0.span.end <= $1.span.start }
      )
      for block in draft.blocks where block.kind == .paragraph {
        #expect(chapter.zones.count { $0.span.overlaps(block.span) } == 1, "seed \(seed)")
      }
    }
  }

  @Test func `the same bytes give the same chapters`() {
    for seed in 0..<20 {
      let first = Structure(text(UInt64(seed)))
      let second = Structure(text(UInt64(seed)))
      #expect(first.drafts.map(\.chapter) == second.drafts.map(\.chapter))
    }
  }

  @Test func `nothing gives one empty chapter`() {
    let structure = Structure("")
    #expect(structure.drafts.count == 1)
    #expect(structure.scenes.isEmpty)
  }
}
