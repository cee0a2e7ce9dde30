import FicModel
import Testing

@Suite struct CorrectionFileTests {
  private static let said = Correction(
    work: "Short Measure",
    words: "So you're the Smith, who isn't = my nephew",
    before: "he amounted to much. [sic]",
    verdict: .said(speaker: "Smith, Jane", addressees: ["Dace", "the \"Ace\""])
  )

  private static func file(_ text: String) -> CorrectionFile {
    CorrectionFile(path: "/corrections", bytes: Array(text.utf8))
  }

  @Test(
    arguments: [
      said,
      Correction(work: "A]B", words: "# no", before: "", verdict: .notSpeech),
      Correction(work: "k7f2qdmx", words: "[work: x]", before: "a, b", verdict: .sceneBreak),
      Correction(
        work: "W",
        words: "Yes",
        before: "not speech",
        verdict: .said(speaker: nil, addressees: ["Ann"])
      ),
    ]
  )
  func `what is set is read again as it is`(correction: Correction) {
    var file = Self.file("")
    file.set(correction)
    let read = CorrectionFile(path: "", bytes: file.bytes)
    #expect(read.problems.isEmpty)
    #expect(read.lines.map(\.correction) == [correction])
  }

  @Test func `what is said anew of a line takes the place of what was said, comments stay`() {
    var file = Self.file("# mine\n[work: W]\nGo! = after: he sat, speaker: Ann  # sure\n")
    var correction = Correction(
      work: "W",
      words: "go",
      before: "He sat.",
      verdict: .said(speaker: "Ben", addressees: [])
    )
    file.set(correction)
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text == "# mine\n[work: W]\ngo = after: He sat., speaker: Ben  # sure\n")
    correction.verdict = .sceneBreak
    file.set(correction)
    #expect(file.lines.count == 2)
    file.remove(file.lines[0])
    #expect(file.lines.map(\.correction) == [correction])
  }

  @Test(
    arguments: [
      "Go = speaker: Ann", "[work: W]\nGo", "[work: W]\nGo =", "[work: W]\nGo = after: x",
      "[work: W]\n… = not speech", "[work: W]\nGo = perhaps",
      "[work: W]\nGo = speaker: \u{1B}[31m", "[work: W]\nGo = speaker: A, not speech",
      "[work: W]\nGo = colour: red", "[works: W]\nGo = not speech",
    ]
  )
  func `a line that is not understood is said, and the others count`(text: String) throws {
    let file = Self.file(text + "\n[work: W]\nStay = not speech\n")
    #expect(file.lines.map(\.correction.words) == ["Stay"])
    let problem = try #require(file.problems.first)
    #expect(problem.code == "bad_correction" && problem.hint?.isEmpty == false)
    #expect(problem.place == (text.hasPrefix("[work:") ? "line 2" : "line 1"))
  }

  @Test func `words are the same with other marks, case and white space`() {
    #expect(PrintedWords("“So, YOU’RE the\nSmith…”") == PrintedWords("so you're the smith"))
    #expect(PrintedWords("Yes") != PrintedWords("Yesterday"))
    let text = Array("One two three four five six seven eight nine “ten”".utf8)
    #expect(
      PrintedWords.before(text.count - 9, of: text)
        == "two three four five six seven eight nine"
    )
    #expect(PrintedWords.before(0, of: text).isEmpty)
    #expect(PrintedWords.before(9999, of: text).hasSuffix("“ten”"))
  }
}
