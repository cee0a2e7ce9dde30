import FicModel
import Testing

@Suite struct AliasFileTests {
  private func file(_ text: String) -> AliasFile {
    AliasFile(path: "/aliases", bytes: Array(text.utf8))
  }

  private func text(_ file: AliasFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

  @Test func `names, sections and comments are read`() {
    let file = file(
      """
      # People
      Edwin Smith = Agent Smith,  Smith , the tall agent
      Number #6 =   # kept apart

      [work: The Lamp: A Tale]
      "Smith, Jane" = "J. \\"Ace\\" Smith",
      """
    )
    #expect(
      file.entries.map(\.entry) == [
        AliasEntry(name: "Edwin Smith", aliases: ["Agent Smith", "Smith", "the tall agent"]),
        AliasEntry(name: "Number #6"),
        AliasEntry(
          name: "Smith, Jane",
          aliases: ["J. \"Ace\" Smith"],
          work: "The Lamp: A Tale"
        ),
      ]
    )
    #expect(file.entries.map(\.number) == [2, 3, 6])
    #expect(file.problems.isEmpty)
  }

  @Test(arguments: [
    "Edwin Smith", "= Smith", "Edwin = \"Smith", "Edwin = \"Smith\" Jones", "[work: ]", "[all]",
    "[work: X", "Edwin = …", "Edwin = \u{1B}[31m", "Edwin = a\u{202E}b",
    "Edwin = \(String(repeating: "x", count: 201))", "Edwin = I", "A = B\nB = C", "A = B\nC = B",
    "A = B\nB = A",
  ])
  func `a bad line is reported with its place and a hint, and the rest is used`(bad: String) {
    let file = file("First = One\n\(bad)\n\n[work: X]\nLast = Two\n")
    #expect(file.problems.count == 1)
    let problem = file.problems.first
    #expect(problem?.code == "bad_alias" && problem?.place?.hasPrefix("line ") == true)
    #expect(problem?.hint?.isEmpty == false)
    #expect(file.entries.first?.entry == AliasEntry(name: "First", aliases: ["One"]))
    #expect(file.entries.last?.entry == AliasEntry(name: "Last", aliases: ["Two"], work: "X"))
  }

  @Test func `what stands below a section that is not understood is left out`() {
    let file = file("[wrok: X]\nA = B\nC = D\n[work: Y]\nE = F\n")
    #expect(file.entries.map(\.entry.name) == ["E"])
    #expect(file.problems.count == 1)
  }

  @Test func `bytes that are no text do not hide the other lines`() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("A = B\r\n\u{0}".utf8) + [0xFF, 0x0A]
    let file = AliasFile(path: "/a", bytes: bytes)
    #expect(file.entries.map(\.entry) == [AliasEntry(name: "A", aliases: ["B"])])
    #expect(file.problems.count == 1)
  }

  @Test func `a change keeps comments, order and the other lines`() {
    var file = file(
      "# mine\nA = B  # why\n\nC = D\nnonsense\n\n[work: X]\n# there\nE = F\n\n[work: Y]\nG = H\n"
    )
    file.add(AliasEntry(name: "a", aliases: ["b", "New"]))
    file.add(AliasEntry(name: "Z", aliases: ["with, comma"]))
    file.add(AliasEntry(name: "E2", aliases: ["F2"], work: "x"))
    file.add(AliasEntry(name: "W", aliases: [], work: "Work Z"))
    #expect(
      text(file) == """
        # mine
        A = B, New  # why

        C = D
        nonsense
        Z = "with, comma"

        [work: X]
        # there
        E = F
        E2 = F2

        [work: Y]
        G = H

        [work: Work Z]
        W =

        """
    )
    let removed = [
      file.remove(AliasEntry(name: "A", aliases: ["B"])), file.remove(AliasEntry(name: "C")),
      file.remove(AliasEntry(name: "E")), file.remove(AliasEntry(name: "E", work: "X")),
    ]
    #expect(removed == [true, true, false, true])
    #expect(text(file).hasPrefix("# mine\nA = New  # why\n\nnonsense\nZ"))
    #expect(!text(file).contains("E = F"))
  }

  @Test func `what was written reads the same`() {
    let names = [
      "a", "x=y", "a, b", "\"q\"", "[b]", "# c", "d # e", "back\\slash", "O’Brien", "東京",
    ]
    var file = AliasFile(path: "/a")
    for name in names { file.add(AliasEntry(name: name, aliases: [name + " 2"], work: nil)) }
    #expect(file.problems.isEmpty)
    #expect(file.entries.map(\.entry) == names.map { AliasEntry(name: $0, aliases: [$0 + " 2"]) })
  }

  @Test(arguments: [
    ("/v/index.sqlite", "/v/index.aliases"), ("i", "i.aliases"), ("/a.b/i", "/a.b/i.aliases"),
    ("/a/.i", "/a/.i.aliases"), ("a.b.c", "a.b.aliases"),
  ])
  func `the daemon's file lies beside the index`(index: String, path: String) {
    #expect(UserFile.path(besideIndex: index, AliasFile.kind) == path)
  }

  @Test func `many names are read, too many are reported once`() {
    let many = (0..<30_000).map { "Name \($0) = Alias \($0)\n" }.joined()
    let file = file(many)
    #expect(file.entries.count == AliasFile.maximumNames / 2)
    #expect(file.problems.count == 1)
  }

  @Test func `in a work its own section overrules, and names of one person are joined`() {
    let book = AliasBook([
      AliasEntry(name: "Smith", aliases: ["Neo", "Tall"]),
      AliasEntry(name: "smith", aliases: ["Agent"]),
      AliasEntry(name: "Anderson", aliases: ["Neo"], work: "The Lamp"),
      AliasEntry(name: "Neo", aliases: ["One"], work: "0000000a"),
    ])
    #expect(
      book.people(of: WorkID(rawValue: 9), titled: "Other") == [
        AliasEntry(name: "Smith", aliases: ["Neo", "Tall", "Agent"])
      ]
    )
    #expect(
      book.people(of: WorkID(rawValue: 9), titled: "the  lamp") == [
        AliasEntry(name: "Anderson", aliases: ["Neo"]),
        AliasEntry(name: "Smith", aliases: ["Tall", "Agent"]),
      ]
    )
    #expect(
      book.people(of: WorkID(rawValue: 10), titled: "Other") == [
        AliasEntry(name: "Neo", aliases: ["One"]),
        AliasEntry(name: "Smith", aliases: ["Tall", "Agent"]),
      ]
    )
  }
}
