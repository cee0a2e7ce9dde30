import FicDialogue
import FicFormats
import FicModel
import FicParsing
import FicSamples
import Testing

@Suite struct SampleFormatTests {
  /// Layouts in which the title or the author of a work stands nowhere.
  private static let withoutWork: Set<SampleFormat> = [
    .chaptersTar, .chaptersTarGzip, .chaptersZip,
  ]
  private static let withoutAuthor: Set<SampleFormat> = [.openDocument, .word, .richText]

  @Test(arguments: SampleFormat.allCases, [1, 2, 5])
  func `a work is read back from every layout`(format: SampleFormat, chapters: Int) throws {
    let work = SampleWork(number: 40 + chapters, chapters: chapters, paragraphs: 9)
    let file = format.file(of: work)
    let read = try Rendering(file.name, file.bytes)
    let expected =
      format == .fanFictionNetPage ? Array(work.chapters.prefix(1)) : work.chapters
    let parsed = WorkParser().parse([read.document]).chapters
    #expect(parsed.count == expected.count)
    for (chapter, wanted) in zip(parsed, expected) {
      let text = String(decoding: chapter.text, as: UTF8.self)
      #expect(text.contains(wanted.marker))
      // The name of the only file of an archive numbers no chapter.
      if chapters > 1 || !Self.withoutWork.contains(format) {
        #expect(chapter.title.title == wanted.title)
      }
      for paragraph in wanted.paragraphs {
        let words = paragraph.map { $0.isItalic ? "_\($0.text)_" : $0.text }.joined()
        #expect(text.contains(words), "\(words)")
      }
      #expect(chapter.zones.filter { $0.kind == .story }.count >= 1)
    }
    if !Self.withoutWork.contains(format) {
      let isNewerBook = format == .mobipocket || format == .azw3
      #expect(read.document.metadata.title == (isNewerBook ? "Mills" : work.title))
      if !Self.withoutAuthor.contains(format) {
        #expect(read.document.metadata.authors == [isNewerBook ? "Ann" : work.author])
      }
    }
  }

  @Test(arguments: [
    SampleFormat.archiveOfOurOwnPage, .archiveOfOurOwnHTML, .archiveOfOurOwnEPUB,
  ])
  func `the Archive's layouts give the same facts`(format: SampleFormat) throws {
    let work = SampleWork(number: 8, chapters: 3)
    let file = format.file(of: work)
    let read = try Rendering(file.name, file.bytes)
    let facts = read.document.metadata
    #expect(facts["fandom"] == work.fandom)
    #expect(facts.values(of: "char") == work.characters)
    #expect(facts["ship"] == work.characters.joined(separator: "/"))
    #expect(facts.values(of: "tag").starts(with: work.tags))
    #expect(facts["rating"] == work.rating)
    #expect(facts["summary"] == work.summary)
    #expect(facts["words"] == "\(work.words)")
    #expect(facts["status"] == (work.isComplete ? "Completed" : "In-Progress"))
    #expect(facts["url"] == "https://archiveofourown.org/works/1008")
    #expect(facts["series"] == work.series?.name)
    #expect(facts["part"] == work.series.map { "\($0.part)" })
    #expect(facts["published"] == "2020-01-02" && facts["updated"] == "2020-02-03")
    #expect(read.zones(.authorsNote).contains { $0.contains("Thank you for") })
    let story = read.zones(.story).joined()
    #expect(!story.contains("nobody else") && !story.contains("Chapter Text"))
    #expect(!story.contains("Thank you for"))
  }
}
