import FicFormats
import FicModel
import FicParsing
import Testing

/// What printing and typesetting have put into texts without markup.
@Suite struct PrintedTextTests {
  private func read(_ text: String, _ path: String = "a.txt") throws -> Rendering {
    try Rendering(path, Array(text.utf8))
  }

  /// A paragraph of wrapped lines.
  private static let page = String(
    repeating: "The miller went down to the weir with his lamp and a long rope,\n",
    count: 6
  )

  // MARK: Numbers of pages

  private static func scan(_ numbers: [String]) -> String {
    "The mill stood.\n\n"
      + numbers.map { page + "and there he saw the\n\n\($0)\n\nheron of Ham.\n\n" }.joined()
  }

  @Test(arguments: [
    ["12", "13", "14", "15"], ["[Pg 7]", "[Pg 8]", "[Pg 10]"], ["- 3 -", "- 4 -", "- 5 -"],
  ])
  func `the numbers of a scan's pages divide no sentence`(numbers: [String]) throws {
    for path in ["a.txt", "a.md"] {
      let paragraphs = try read(Self.scan(numbers), path).paragraphs
      #expect(paragraphs.count == numbers.count + 1)
      #expect(paragraphs.dropFirst().allSatisfy { $0.contains("he saw the\nheron of Ham.") })
    }
  }

  @Test func `a page's number between paragraphs is boilerplate`() throws {
    let text = Self.scan(["12", "13"]) + Self.page + "and slept.\n\n14\n\nHe woke.\n"
    let file = try read(text)
    #expect(file.zones(.boilerplate) == ["14"])
    #expect(file.zones(.story).joined(separator: " ").contains("He woke."))
  }

  @Test func `a word that a page divides is whole`() throws {
    let text =
      Self.scan(["12", "13"]) + Self.page + "and saw a ket-\n\n14\n\ntle there, an old kettle.\n"
    #expect(try read(text).paragraphs.last?.contains("a ket\u{AD}\ntle there") == true)
  }

  @Test func `places behind a page's number lead to the same characters`() throws {
    let text = Self.scan(["12", "13", "14"])
    let document = try read(text).document
    let place = try #require(document.text.lastIndex(of: UInt8(ascii: "H")))
    let source = document.offsetMap.sourceOffset(of: place, in: document.text)
    #expect(Array(text.utf8)[source] == UInt8(ascii: "H"))
    let line = document.offsetMap.sourceLine(of: place, in: document.text)
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1] == "heron of Ham."
    )
  }

  @Test func `numbers that no sentence runs across stay what they are`() throws {
    let sections = (1...4).map { "\($0)\n\n" + Self.page + "and slept.\n\n" }.joined()
    #expect(try read("The Mill\n\n" + sections).zones(.boilerplate).isEmpty)
    #expect(try read("He counted:\n\n12\n\n13\n\n14\n\nand so on.\n").paragraphs.count == 5)
    let years = "In the year\n\n1891\n\nthe mill fell.\n\n" + Self.page + "In\n\n1950\n\nit rose.\n"
    #expect(try read(years).paragraphs.contains { $0.contains("1891") })
  }

  // MARK: Readings

  @Test(arguments: [
    ("彼女は東京《とうきょう》へ行った。", "彼女は東京へ行った。", "とうきょう"),
    ("彼は｜紅茶《ティー》を飲んだ。", "彼は紅茶を飲んだ。", "ティー"),
    ("彼は｜Tea《ティー》と山々《やまやま》。", "彼はTeaと山々。", "ティー やまやま"),
    ("彼は|紅茶《こうちゃ》を飲んだ。", "彼は紅茶を飲んだ。", "こうちゃ"),
  ])
  func `readings are no part of a word`(text: String, shown: String, readings: String) throws {
    for path in ["a.txt", "a.md"] {
      let file = try read(text + "\n\n彼は寝た。\n", path)
      #expect(file.paragraphs(ofBoilerplate: false) == [shown, "彼は寝た。"])
      #expect(file.paragraphs(ofBoilerplate: true) == [readings])
    }
  }

  @Test(arguments: [
    "他读了《三国志》。", "彼は《とても》寒かった。", "彼は《《とても》》寒かった。", "a | b 《c", "漢字《》と",
    "漢字《かん\nじ》",
  ])
  func `other brackets stay`(text: String) throws {
    #expect(try read(text + "\n").paragraphs.joined(separator: "\n") == text)
  }
}
