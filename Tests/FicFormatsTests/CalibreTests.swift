import FicFormats
import FicModel
import FicSamples
import Testing

@Suite struct CalibreTests {
  private func works(_ paths: [String]) -> [WorkFiles] {
    WorkLayout.works(in: paths.map { FileEntry(path: $0, byteCount: 20_000) })
  }

  @Test func `the formats of a book are forms of one work, the best first`() {
    let works = works([
      "Ann Lee/Mills (12)/Mills - Ann Lee.txt", "Ann Lee/Mills (12)/Mills - Ann Lee.mobi",
      "Ann Lee/Mills (12)/Mills - Ann Lee.epub", "Ann Lee/Mills (12)/metadata.opf",
      "Ann Lee/Mills (12)/data/extra.txt", "Ann Lee/Weirs (13)/Weirs - Ann Lee.rtf",
      "Ann Lee/Weirs (13)/metadata.opf",
    ])
    #expect(works.map(\.relativePath) == ["Ann Lee/Mills (12)", "Ann Lee/Weirs (13)"])
    #expect(
      works.first?.parts.map(\.path.description)
        == ["epub", "mobi", "txt"].map { "Ann Lee/Mills (12)/Mills - Ann Lee.\($0)" } + [
          "Ann Lee/Mills (12)/metadata.opf"
        ]
    )
    #expect(works.first?.parts.map(\.role) == [.form, .form, .form, .description])
    #expect(works.first?.metadata.title == "Mills")
    #expect(works.first?.metadata.authors == ["Ann Lee"])
  }

  @Test func `a book whose description is not written yet is known by its formats`() {
    let works = works(["A/Mills (12)/Mills - A.epub", "A/Mills (12)/Mills - A.txt"])
    #expect(works.map(\.parts.count) == [2])
    let others = self.works(["A/Drafts (2)/one.txt", "A/Drafts (2)/two.txt"])
    #expect(others.count == 2)
  }

  @Test func `a description alone, or among other works, is no book`() {
    #expect(works(["A/Mills (12)/metadata.opf"]).isEmpty)
    let mixed = works(["fic/metadata.opf", "fic/Rain.txt", "fic/Snow.txt"])
    #expect(mixed.map(\.relativePath) == ["fic/Rain.txt", "fic/Snow.txt"])
  }

  private static let opf = """
    <?xml version='1.0' encoding='utf-8'?><package version="2.0">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
    <dc:title>Mills &amp; Weirs</dc:title><dc:creator opf:file-as="Lee, Ann" opf:role="aut">Ann Lee</dc:creator>
    <dc:creator opf:role="aut">Bo</dc:creator><dc:contributor opf:role="bkp">calibre</dc:contributor>
    <dc:date>0101-01-01T00:00:00+00:00</dc:date><dc:identifier opf:scheme="URI">http|//example.org/9</dc:identifier>
    <dc:description>&lt;p&gt;They &lt;i&gt;run&lt;/i&gt;.&lt;/p&gt;</dc:description>
    <dc:language>eng</dc:language><dc:subject>Water</dc:subject><dc:subject>Ann/Bo</dc:subject>
    <meta name="calibre:series" content="Rivers"/><meta name="calibre:series_index" content="2"/>
    </metadata></package>
    """

  @Test func `numbered files beside a book are another work, at another place`() {
    let folder = "Ada Quill/The Lamp Rents (12)"
    let names = ["metadata.opf", "The Lamp Rents - Ada Quill.epub", "1.txt", "2.txt"]
    let works = WorkLayout.works(
      in: names.map { FileEntry(path: "\(folder)/\($0)", byteCount: 9) }
    )
    #expect(works.map(\.relativePath) == [folder, "\(folder)/1.txt"])
    #expect(works.map(\.parts.count) == [2, 2])
  }

  @Test func `a description gives what people set right in their library`() throws {
    let file = ChapterFile(path: "metadata.opf", bytes: Array(Self.opf.utf8))
    let description = try BookDescription(file)
    #expect(
      description.fields.map { "\($0.key): \($0.value)" } == [
        "title: Mills & Weirs", "author: Ann Lee", "author: Bo", "summary: They run.",
        "url: http://example.org/9", "lang: eng", "series: Rivers", "part: 2", "tag: Water",
        "tag: Ann/Bo",
      ]
    )
    #expect(description.fields.allSatisfy { $0.origin == .sidecar })
    let book = WorkMetadata(fields: [
      MetadataField(key: "title", value: "mills_weirs_final", origin: .header),
      MetadataField(key: "lang", value: "English", origin: .header),
      MetadataField(key: "ship", value: "Ann/Bo", origin: .header),
      MetadataField(key: "tag", value: "Slow Burn", origin: .header),
      MetadataField(key: "author", value: "Folder", origin: .folder),
    ])
    let joined = description.joined(to: book)
    #expect(joined.title == "Mills & Weirs" && joined.authors == ["Ann Lee", "Bo"])
    #expect(joined.values(of: "lang") == ["English"])
    #expect(joined.values(of: "tag") == ["Slow Burn", "Water"])
    #expect(joined.values(of: "summary") == ["They run."])
    #expect(joined.fields.first { $0.key == "lang" }?.origin == .header)
    #expect(joined.fields.last { $0.key == "tag" }?.origin == .sidecar)
  }

  @Test func `a description that describes nothing is damaged`() {
    let error = #expect(throws: FormatError.self) {
      try BookDescription(ChapterFile(path: "metadata.opf", bytes: Array("<html/>".utf8)))
    }
    #expect(error?.identifier == "damaged")
  }
}
