import FicModel
import FicParsing
import MarkedTexts
import Testing

@Suite struct SceneSegmenterTests {
  private static let page = Array(
    repeating: "The rain fell on the row and nobody walked in it.",
    count: 8
  )
  .joined(separator: " ")

  private func scenes(_ lines: String...) -> [Scene] {
    Structure(([""] + lines).map { $0.isEmpty ? Self.page : "\n\n\($0)\n\n\(Self.page)" }.joined())
      .scenes
  }

  @Test(arguments: [
    "***", "* * *", "*****", "* *", "---", "- - -", "—", "--", "___", "===", "+++", "###", "#",
    "##",
    "~~~", "~", "~*~", "*~*~*", "~•~", "• • •", "◦ ◦ ◦", "§ § §", "::", "%%%", "<>", "~<>~",
    "<<< >>>", "[-]", "{-}", "-()-", "-{}-", "-|-|-", "(∞)", "....", "-----===ͽ Δ ͼ===-----", "⁂",
    "-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-", "oOo", "oOoOo", "o0o", "xXx",
    "XXX", "X X X", "x", "_x_", "-x-x-x-", "~o~o~o~", "-l-l-l-", "scene break", "Scenebreak",
    "SECTION BREAK", "line break", "[Line Break]", "-break-", "(break)", "- break -",
    "xxscenebreakxx", "~Line Break~", "xXx Scene Break xXx", "{1}", "--- 3 ---", "oooP1ooo",
    "-= LP =-", "LB", "PB", "[lb]", "-- story --", "&nbsp;", "~~~core threads~~~",
  ])
  func `an ornament parts two scenes`(line: String) {
    #expect(scenes(line).map(\.sceneBreak) == [.opening, .ornament])
  }

  @Test(arguments: [
    "…", "...", "?!", "!", "???", "\"…\"", "\"...\"", "Zzz", "Ooo", "Oh.", "I", "HP: 260", "lb",
    "Love you, xoxo",
    "\"Yes.\"", "ooo", "xxx", "He sat down.", "Nothing.", "Dear Dace,", ":)", "BANG", "A-a-a!",
    "No?",
    "The F*** you gave me.",
  ])
  func `a short paragraph is no break`(line: String) {
    #expect(scenes(line).count == 1)
  }

  @Test(arguments: [
    "ooo", "xxx", "OOO", "hp & ha - safh", "dghpdghpdghp", "= HG/MM =", "www",
    "LP", "tnl-tnl-tnl", "J.K.", "HG",
  ])
  func `a token that stands alone three times is the story's own break`(line: String) {
    #expect(scenes(line, line, line).count == 4)
    #expect(scenes(line, line).count == 1)
  }

  @Test func `a refrain near itself is no break`() {
    let verse = Array(repeating: "la la la", count: 8).joined(separator: "\n\n")
    #expect(scenes(verse).count == 1)
  }

  @Test(arguments: [
    "No.", "Nevermore.", "nevermore", "and the rain came down", "_H -_", "NO", "Ana",
    "A few days later the bolt fell.", "The next day she was gone.", "Rain fell the next morning.",
    "The train left at 8:15.",
  ])
  func `a line of speech, of verse or of a letter is no break`(line: String) {
    #expect(scenes(line, line, line, line).count == 1)
  }

  @Test(arguments: ["🌙🌙🌙", "🌙 🌙 🌙", "❤️", "☀️☀️", "👩‍🚀👩‍🚀"])
  func `a row of emoji parts two scenes`(line: String) {
    #expect(scenes(line).count == 2)
  }

  @Test(
    arguments: [
      ("Harry's POV", "Harry"), ("Will’s POV", "Will"), ("[The Author's PoV]", nil),
      ("POV: Bella", "Bella"),
      ("Normal POV", nil), ("(Hope's point of view)", "Hope"), ("EPOV", nil),
      ("**Dace's P.O.V.**", "Dace"),
    ] as [(String, String?)]
  )
  func `a line of a point of view opens a scene`(line: String, name: String?) throws {
    let scene = try #require(scenes(line).last)
    #expect(scene.sceneBreak == .pointOfView)
    #expect(scene.pointOfView == name)
  }

  @Test func `names between ornaments that recur are points of view`() {
    let scenes = scenes("**Naruto**", "**Hinata**")
    #expect(scenes.map(\.pointOfView) == [nil, "Naruto", "Hinata"])
    #expect(self.scenes("**Naruto**").count == 1)
  }

  @Test(arguments: [
    ("London, 1891", "London, 1891"), ("Two weeks later", "Two weeks later"),
    ("Three days later...", "Three days later"), ("Meanwhile…", "Meanwhile"),
    ("12th October 1997", "12th October 1997"), ("Hogwarts, 3:15 PM", "Hogwarts, 3:15 PM"),
    ("The next morning", "The next morning"), ("_London, 1891_", "London, 1891"),
    ("Day 3", "Day 3"),
    ("Monday morning", "Monday morning"), ("Trois jours plus tard", "Trois jours plus tard"),
    ("October 31, 1981", "October 31, 1981"), ("One year earlier:", "One year earlier"),
    ("[two weeks later]", "two weeks later"), ("[six months pass]", "six months pass"),
    ("(some time later, at the mill)", "some time later, at the mill"),
    ("Tuesday, 14 March, 08:15", "Tuesday, 14 March, 08:15"),
    ("Two weeks later.", "Two weeks later"),
    ("Two years later, the mill", "Two years later, the mill"),
    ("The mill, Tuesday, 8.15 a.m.", "The mill, Tuesday, 8.15 a.m"),
  ])
  func `a place or a time opens a scene`(line: String, text: String) throws {
    let scene = try #require(scenes(line).last)
    #expect(scene.sceneBreak == .slug)
    #expect(scene.placeAndTime == text)
  }

  @Test(
    arguments: [
      "It was two weeks later that he came.", "He left the next morning.", "10:14",
      "Later, he slept.",
      "Two days later he was dead.", "[10:14] ron: lol",
    ].filter { $0 != "10:14" }
  )
  func `a sentence about time is no slug`(line: String) {
    #expect(scenes(line).count == 1)
  }

  @Test func `a place counts after a break`() throws {
    let scene = try #require(scenes("***\n\nThe Great Hall").last)
    #expect(scene.placeAndTime == "The Great Hall")
    #expect(scenes("The Great Hall").count == 1)
  }

  @Test func `the date of a letter is no slug`() {
    #expect(
      Structure("\(Self.page)\n\nShe read it aloud:\n\nLondon, 3 May 1891\n\n\(Self.page)").scenes
        .count == 1
    )
  }

  @Test func `a flashback has a start and an end`() {
    let scenes = scenes("[FLASHBACK]", "[END FLASHBACK]")
    #expect(scenes.map(\.placeAndTime) == [nil, "flashback", nil])
    #expect(scenes.map(\.sceneBreak) == [.opening, .flashback, .flashback])
  }

  @Test func `numbers that count up are sections`() {
    #expect(scenes("2", "3").count == 3)
    #expect(scenes("7").count == 1)
  }

  @Test func `a run of blank lines longer than the usual ones parts scenes`() {
    let text = "a one.\n\nb two.\n\nc three.\n\nd four.\n\n\n\n\ne five.\n\nf six.\n\ng seven."
    let scenes = Structure(text).scenes
    #expect(scenes.map(\.sceneBreak) == [.opening, .blankLines])
  }

  @Test func `blank lines that are as long everywhere part nothing`() {
    #expect(
      Structure("A one.\n\n\n\nB two.\n\n\n\nC three.\n\n\n\nD four.\n\n\n\nE five.").scenes.count
        == 1
    )
  }

  @Test func `a scene runs from its first to its last character`() {
    let structure = Structure("***\n\n  He ran.\n\nShe hid.  \n\n***\n\nIt rained.\n\n***\n")
    #expect(structure.sceneTexts == ["He ran.\n\nShe hid.", "It rained."])
  }

  @Test func `scenes above the limit run on as one and are reported`() {
    let text = Array(repeating: "He ran.", count: SceneSegmenter.chapterLimit + 10).joined(
      separator: "\n\n***\n\n"
    )
    let structure = Structure(text)
    #expect(structure.scenes.count == SceneSegmenter.chapterLimit)
    #expect(structure.diagnostics.map(\.code) == [.tooManyScenes])
    #expect(structure.diagnostics.first?.count == 10)
  }
}
