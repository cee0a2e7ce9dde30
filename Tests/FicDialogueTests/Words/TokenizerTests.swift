import FicModel
import FicParsing
import Testing

@testable import FicDialogue

@Suite struct TokenizerTests {
  /// The words of a text that the tokenizer folds, a bar between them.
  private func words(_ text: String) -> String {
    var vocabulary = Vocabulary()
    let bytes = Array(text.utf8)
    let chapter = TokenizedChapter(
      text: bytes,
      paragraphs: [Paragraph(span: TextSpan(0, bytes.count), scene: 0)],
      vocabulary: &vocabulary
    )
    return chapter.tokens.map { vocabulary.text(of: $0.word) }.joined(separator: "|")
  }

  @Test(arguments: [
    ("Ron’s hat", "ron|hat"),
    ("don't O’Brien", "don't|o'brien"),
    ("Jean-Luc ran", "jean-luc|ran"),
    ("demanda-t-elle", "demanda|t|elle"),
    ("l’homme s’écria", "l|homme|s|écria"),
    ("ÉLOÏSE Ørsted Жанна", "éloïse|Ørsted|жанна"),
    ("_very_ *much*", "very|much"),
    ("", ""),
  ])
  func `words are cut and folded`(text: String, expected: String) {
    #expect(words(text).lowercased() == expected.lowercased())
  }

  @Test func `an abbreviation ends no sentence`() {
    var vocabulary = Vocabulary()
    let bytes = Array("Mr. Reed sat. He rose.".utf8)
    let chapter = TokenizedChapter(
      text: bytes,
      paragraphs: [Paragraph(span: TextSpan(0, bytes.count), scene: 0)],
      vocabulary: &vocabulary
    )
    let stops = chapter.tokens.map { $0.shape.contains(.stop) }
    #expect(stops == [false, false, false, true, false])
  }

  @Test func `a very long word is one token`() {
    #expect(words(String(repeating: "a", count: 5000)).utf8.count == WordTable.longestWord)
  }
}
