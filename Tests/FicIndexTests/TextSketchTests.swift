import FicModel
import SeededRandom
import Testing

@testable import FicIndex

@Suite struct TextSketchTests {
  /// A chapter of `count` different words from `start` on.
  private func chapter(_ range: Range<Int>, note: String = "") -> Chapter {
    let story = Array(range.map { "word\($0)" }.joined(separator: " ").utf8)
    let text = story + Array(note.utf8)
    let span = TextSpan(0, story.count)
    var zones = [Zone(kind: .story, span: span)]
    if !note.isEmpty {
      zones.append(Zone(kind: .authorsNote, span: TextSpan(story.count, text.count)))
    }
    return Chapter(text: text, zones: zones, scenes: [Scene(span: span, sceneBreak: .opening)])
  }

  private func sketch(_ range: Range<Int>) -> TextSketch { TextSketch(of: chapter(range)) }

  @Test func `equal stories have equal sketches, whatever stands around them`() {
    let plain = chapter(0..<300)
    let noted = chapter(0..<300, note: "\n\nA/N: thanks for reading!")
    #expect(TextSketch(of: plain) == TextSketch(of: noted))
    #expect(ChapterTerms(noted).storyWords == 300)
  }

  @Test func `a sketch holds about one run in 32, of a short text one in 4`() {
    #expect((160...360).contains(sketch(0..<8000).hashes.count))
    #expect((60...160).contains(sketch(0..<400).hashes.count))
  }

  @Test func `a part is wholly in the whole, the whole in part in the part`() throws {
    let whole = sketch(0..<8000)
    let part = sketch(1000..<3000)
    #expect(try #require(part.share(in: whole)) == 1)
    #expect((0.15...0.35).contains(try #require(whole.share(in: part))))
    #expect(try #require(part.overlap(with: whole)) == 1)
    #expect(try #require(part.share(in: sketch(20_000..<22_000))) == 0)
  }

  @Test func `a short text is compared with a long one`() throws {
    let long = sketch(0..<8000)
    #expect(try #require(sketch(100..<500).share(in: long)) > 0.9)
    #expect(sketch(100..<130).share(in: long) == nil)
    #expect(sketch(100..<130).share(in: sketch(100..<130)) == 1)
  }

  @Test func `how a text is cut into chapters does not matter`() throws {
    let whole = sketch(0..<6000)
    let cut = TextSketch(of: [sketch(0..<2000), sketch(2000..<4000), sketch(4000..<6000)])
    #expect(try #require(whole.share(in: cut)) > 0.97)
    #expect(try #require(cut.share(in: whole)) == 1)
    #expect(Set(whole.keys).intersection(cut.keys).count > whole.keys.count / 2)
  }

  @Test func `texts without a word are like no other`() {
    let empty = TextSketch(of: Chapter(text: []))
    #expect(empty.share(in: empty) == nil)
    #expect(TextSketch(of: [empty, empty]).share(in: TextSketch()) == nil)
    #expect(TextSketch(of: [empty, sketch(0..<300)]) == sketch(0..<300))
  }

  @Test func `any bytes have a sketch`() {
    var generator = SplitMix(seed: 7)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let sketch = TextSketch(of: Chapter(text: bytes))
      #expect(sketch.hashes == sketch.hashes.sorted())
    }
  }
}
