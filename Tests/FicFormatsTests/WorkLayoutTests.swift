import FicFormats
import FicModel
import Testing

@Suite struct WorkLayoutTests {
  private func works(_ paths: [String], bytes: Int = 20_000) -> [WorkFiles] {
    WorkLayout.works(in: paths.map { FileEntry(path: $0, byteCount: bytes) })
  }

  @Test func `a folder of numbered files is one work in the order of the numbers`() {
    let works = works([
      "Low Orbit/10 - End.txt", "Low Orbit/01 - Undertow.txt", "Low Orbit/2. Static.txt",
    ])
    #expect(works.map(\.relativePath) == ["Low Orbit"])
    #expect(works.first?.parts.map(\.chapterTitle?.title) == ["Undertow", "Static", "End"])
    #expect(works.first?.parts.map(\.chapterTitle?.printedNumber) == ["1", "2", "10"])
    #expect(works.first?.metadata.title == "Low Orbit")
  }

  @Test func `any other file is a work of its own`() {
    let works = works(["a/The Bell.txt", "a/The Sea.md", "b/1984.txt", "b/Emma.txt"])
    #expect(
      works.map(\.relativePath) == ["a/The Bell.txt", "a/The Sea.md", "b/1984.txt", "b/Emma.txt"]
    )
    #expect(works.allSatisfy { $0.parts.count == 1 && $0.parts[0].chapterTitle == nil })
  }

  @Test(arguments: [
    ["Low-Orbit_1.txt", "Low-Orbit_2.txt"],
    ["Low Orbit - Chapter 1.txt", "Low Orbit - Chapter 2.txt"],
    ["Low Orbit 01.txt", "Low Orbit 02.txt"], ["Low Orbit ch1.txt", "Low Orbit ch2.txt"],
    ["Low Orbit - 01 - Undertow.txt", "Low Orbit - 02 - Static.txt"],
  ])
  func `files that share a name before their numbers are one work`(names: [String]) {
    let works = works(names.map { "fic/\($0)" } + ["fic/Other.txt"])
    #expect(works.count == 2)
    #expect(works.contains { $0.parts.count == 2 && $0.metadata.title == "Low Orbit" })
  }

  @Test func `prologue and epilogue stand around the numbers`() {
    let works = works(["w/Epilogue.txt", "w/02.txt", "w/Prologue.txt", "w/01.txt"])
    #expect(works.count == 1)
    #expect(
      works.first?.parts.map(\.path) == [
        "w/Prologue.txt", "w/01.txt", "w/02.txt", "w/Epilogue.txt",
      ]
    )
  }

  @Test func `volumes are read one after the other`() {
    let works = works([
      "Saga/Book 2/01.txt", "Saga/Book 10/01.txt", "Saga/Book 1/01.txt", "Saga/Book 1/02.txt",
    ])
    #expect(works.map(\.relativePath) == ["Saga"])
    #expect(
      works.first?.parts.map(\.path)
        == [
          "Saga/Book 1/01.txt", "Saga/Book 1/02.txt", "Saga/Book 2/01.txt", "Saga/Book 10/01.txt",
        ]
    )
  }

  @Test func `large numbered files are the books of a series`() {
    #expect(works(["s/1 - Stone.txt", "s/2 - Fire.txt"], bytes: 900_000).count == 2)
  }

  @Test func `numbers far apart are titles`() {
    #expect(works(["s/1984.txt", "s/2001.txt"]).count == 2)
  }

  @Test func `a lone first chapter already belongs to its folder`() {
    #expect(works(["Low Orbit/01 - Undertow.txt"]).map(\.relativePath) == ["Low Orbit"])
  }

  @Test func `author and title are told apart by the rest of the folder`() {
    let byAuthor = works(["Wren - Rain.txt", "Wren - Snow.txt", "Kira - Sun.txt"])
    #expect(byAuthor.compactMap { $0.metadata.authors.first }.sorted() == ["Kira", "Wren", "Wren"])
    let byTitle = works(["Rain - Wren.txt", "Snow - Wren.txt"])
    #expect(byTitle.compactMap(\.metadata.title).sorted() == ["Rain", "Snow"])
    let open = works(["Rain - Wren.txt", "Sun.txt"])
    #expect(open.compactMap(\.metadata.title).sorted() == ["Rain - Wren", "Sun"])
    #expect(open.allSatisfy { $0.metadata.authors.isEmpty })
  }

  @Test func `FanFicFare's names give site and number`() {
    let metadata = works(["Low Orbit-ffnet_99990017.txt"]).first?.metadata
    #expect(metadata?.title == "Low Orbit")
    #expect(metadata?["site"] == "ffnet")
    #expect(metadata?["id"] == "99990017")
  }

  @Test func `the order of the listing does not matter`() {
    let paths = [
      "w/01.txt", "w/02.txt", "a.txt", "b - c.txt", "b - d.txt", "x/Book 1/1.txt", "x/Book 2/1.txt",
    ]
    #expect(works(paths) == works(paths.reversed()))
  }

  @Test(arguments: [("file9", "file10"), ("a", "b"), ("file", "file1"), ("a01", "a2"), ("01", "1")])
  func `names are ordered as people count`(first: String, second: String) {
    #expect(NaturalOrder.precedes(first, second))
    #expect(!NaturalOrder.precedes(second, first))
    #expect(!NaturalOrder.precedes(first, first))
  }

  @Test func `a sidecar overrules a header, a header a name`() {
    let name = WorkMetadata(fields: [MetadataField(key: "title", value: "a-b", origin: .fileName)])
    let header = WorkMetadata(fields: [
      MetadataField(key: "title", value: "A, B", origin: .header),
      MetadataField(key: "tag", value: "x", origin: .header),
      MetadataField(key: "tag", value: "y", origin: .header),
    ])
    let merged = WorkMetadata(merging: [name, header])
    #expect(merged.title == "A, B")
    #expect(merged.values(of: "tag") == ["x", "y"])
  }
}
