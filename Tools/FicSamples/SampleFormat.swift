/// The layouts in which archives keep stories.
package enum SampleFormat: String, CaseIterable, Sendable {
  case archiveOfOurOwnPage = "ao3-page"
  case archiveOfOurOwnHTML = "ao3-html"
  case archiveOfOurOwnEPUB = "ao3-epub"
  case fanFicFareText = "fanficfare-txt"
  case fanFicFareHTML = "fanficfare-html"
  case fanFicFareEPUB = "fanficfare-epub"
  case ficHubEPUB = "fichub-epub"
  case fanFictionNetPage = "ffnet-page"
  case markdown
  case openDocument = "odt"
  case word = "docx"
  case richText = "rtf"
  case fictionBook = "fb2"
  case mobipocket = "mobi"
  case azw3
  case textGzip = "txt-gz"
  case textBzip2 = "txt-bz2"
  case textXZ = "txt-xz"
  case textZstandard = "txt-zst"
  case chaptersTar = "chapters-tar"
  case chaptersTarGzip = "chapters-tgz"
  case chaptersZip = "chapters-zip"

  /// The ending of such a file's name.
  package var fileExtension: String {
    switch self {
    case .archiveOfOurOwnPage, .archiveOfOurOwnHTML, .fanFicFareHTML, .fanFictionNetPage: "html"
    case .archiveOfOurOwnEPUB, .fanFicFareEPUB, .ficHubEPUB: "epub"
    case .fanFicFareText: "txt"
    case .markdown: "md"
    case .textGzip: "txt.gz"
    case .textBzip2: "txt.bz2"
    case .textXZ: "txt.xz"
    case .textZstandard: "txt.zst"
    case .chaptersTar: "tar"
    case .chaptersTarGzip: "tgz"
    case .chaptersZip: "zip"
    default: rawValue
    }
  }

  /// A work as a file of the layout; a page of fanfiction.net holds its first chapter alone.
  package func file(of work: SampleWork) -> SampleFile {
    let name = work.title + "." + fileExtension
    func single(_ text: String) -> SampleFile {
      SampleFile(name: name, parts: [SampleFile.Part(name, text)])
    }
    func packed(_ packing: SamplePacking) -> SampleFile {
      let text = FanFicFareSample(work).text
      return SampleFile(
        name: name,
        parts: [SampleFile.Part(work.title + ".txt", text)],
        packing: packing
      )
    }
    func chapters(_ packing: SamplePacking) -> SampleFile {
      let parts = work.chapters.enumerated().map { index, chapter in
        SampleFile.Part(
          "\(index + 1) - \(chapter.title).txt",
          SampleMarkup.plain(chapter) + "\n"
        )
      }
      return SampleFile(name: name, parts: parts, packing: packing)
    }
    switch self {
    case .archiveOfOurOwnPage: return single(ArchiveSample(work).page)
    case .archiveOfOurOwnHTML: return single(ArchiveSample(work).download)
    case .archiveOfOurOwnEPUB:
      return SampleFile(name: name, parts: ArchiveSample(work).book, packing: .zip)
    case .fanFicFareText: return single(FanFicFareSample(work).text)
    case .fanFicFareHTML: return single(FanFicFareSample(work).page)
    case .fanFicFareEPUB:
      return SampleFile(name: name, parts: FanFicFareSample(work).book, packing: .zip)
    case .ficHubEPUB: return SampleFile(name: name, parts: FicHubSample(work).book, packing: .zip)
    case .fanFictionNetPage: return single(FanFictionNetSample(work).page(0))
    case .markdown: return single(TextSample(work).markdown)
    case .openDocument:
      return SampleFile(name: name, parts: OfficeSample(work).openDocument, packing: .zip)
    case .word: return SampleFile(name: name, parts: OfficeSample(work).word, packing: .zip)
    case .richText: return single(TextSample(work).richText)
    case .fictionBook: return single(OfficeSample(work).fictionBook)
    case .mobipocket, .azw3:
      let text = self == .azw3 ? TextSample(work).azw3 : TextSample(work).mobipocket
      return SampleFile(
        name: name,
        parts: [SampleFile.Part("text", text)],
        packing: self == .azw3 ? .azw3 : .mobipocket
      )
    case .textGzip: return packed(.gzip)
    case .textBzip2: return packed(.bzip2)
    case .textXZ: return packed(.xz)
    case .textZstandard: return packed(.zstandard)
    case .chaptersTar: return chapters(.tar)
    case .chaptersTarGzip: return chapters(.tarGzip)
    case .chaptersZip: return chapters(.zip)
    }
  }
}
