/// The formats of files: the endings of their names, the bytes that they begin with and how much
/// they keep of a text; no other place knows endings or signs of texts.
///
/// In the order in which Calibre's forms of a book are read: the one first that keeps most of a
/// text's structure. What an archive or a text without a sign holds is for the readers to find.
package enum FileFormat: CaseIterable, Sendable {
  case epub, kindle, fictionBook, packedPage, page, zip, openDocument, word, richText, markdown
  case packedText, text, tar, compressed, oldWord, pdf

  /// What is known of a format.
  private struct Row {
    /// In lower case without dots, the usual one first.
    var endings: [String]

    /// How much of a text's structure the format keeps: 3 where it knows chapters, notes and
    /// emphasis, 2 in other books and word processors' files, 1 in Markdown, 0 in plain text.
    var structure: Int

    /// Whether its files hold whole works, however they are numbered.
    var holdsWorks = false

    /// Whether its files are books, of which one packed file holds no more than one.
    var isBook = false

    /// By what its files are told whatever they are called; text has no sign, and what word
    /// processors and makers of books pack has that of ZIP.
    var signs: [FileSign] = []
  }

  private var row: Row {
    switch self {
    case .epub: Row(endings: ["epub", "kepub"], structure: 3, holdsWorks: true, isBook: true)
    case .kindle:
      Row(
        endings: ["azw3", "mobi", "azw", "prc"],
        structure: 2,
        holdsWorks: true,
        isBook: true,
        signs: ["BOOKMOBI", "TEXtREAd"].map {
          FileSign("MOBI", Array($0.utf8), at: PalmDatabase.typePlace)
        }
      )
    case .fictionBook: Row(endings: ["fb2"], structure: 2, holdsWorks: true, isBook: true)
    case .packedPage: Row(endings: ["htmlz"], structure: 3, holdsWorks: true)
    case .page: Row(endings: ["html", "htm", "xhtml", "shtml", "xht"], structure: 3)
    case .zip:
      Row(
        endings: ["zip"],
        structure: 2,
        holdsWorks: true,
        signs: [
          FileSign("ZIP, EPUB and Office", ZipContents.entrySignature, isPacked: true),
          FileSign("ZIP", ZipContents.endSignature),
        ]
      )
    case .openDocument: Row(endings: ["odt"], structure: 2)
    case .word: Row(endings: ["docx"], structure: 2)
    case .richText:
      Row(endings: ["rtf"], structure: 2, signs: [FileSign("RTF", Array("{\\rtf".utf8))])
    case .markdown: Row(endings: ["md", "markdown"], structure: 1)
    case .packedText: Row(endings: ["txtz"], structure: 0, holdsWorks: true)
    case .text: Row(endings: ["txt", "text"], structure: 0)
    case .tar:
      Row(
        endings: ["tar", "tgz"],
        structure: 0,
        holdsWorks: true,
        signs: [FileSign("tar", Array("ustar".utf8), at: 257, isPacked: true)]
      )
    case .compressed:
      Row(
        endings: ["gz", "bz2", "xz", "zst"],
        structure: 0,
        signs: [
          FileSign("gzip", [0x1F, 0x8B], isPacked: true),
          FileSign("bzip2", Array("BZh".utf8), isPacked: true),
          FileSign("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A], isPacked: true),
          FileSign("Zstandard", [0x28, 0xB5, 0x2F, 0xFD], isPacked: true),
        ]
      )
    // These are not read, but reported, so that nobody looks for them in vain.
    case .oldWord:
      Row(
        endings: ["doc"],
        structure: 0,
        signs: [FileSign("old Word", [0xD0, 0xCF, 0x11, 0xE0])]
      )
    case .pdf:
      Row(
        endings: ["pdf"],
        structure: 0,
        holdsWorks: true,
        signs: [FileSign("PDF", Array("%PDF-".utf8))]
      )
    }
  }

  /// The formats of all endings, with the place of the ending in the whole table.
  private static let byEnding: [String: (format: FileFormat, rank: Int)] = {
    var formats: [String: (format: FileFormat, rank: Int)] = [:]
    for format in allCases {
      for ending in format.endings { formats[ending] = (format, formats.count) }
    }
    return formats
  }()

  /// The signs of all formats.
  static let signs: [FileSign] = allCases.flatMap(\.row.signs)

  /// The format of an ending in lower case without its dot; nil for one that no text has.
  package init?(ending: String) {
    guard let found = Self.byEnding[ending] else { return nil }
    self = found.format
  }

  /// The format that the name of a file tells; nil for one that no text has.
  package init?(path: String) {
    self.init(ending: FileName(path: path).fileExtension)
  }

  /// In lower case without dots, the usual one first.
  package var endings: [String] { row.endings }

  /// Whether bytes have a sign of the format.
  func isSigned(_ bytes: [UInt8]) -> Bool { row.signs.contains { $0.stands(in: bytes) } }

  /// How much of a text's structure the format keeps, 0…3.
  package var structure: Int { row.structure }

  /// Whether its files hold whole works, however they are numbered.
  var holdsWorks: Bool { row.holdsWorks }

  /// Whether its files are books.
  var isBook: Bool { row.isBook }

  /// The place in the order in which forms of a book are read; the last for other names.
  static func rank(ofPath path: String) -> Int {
    byEnding[FileName(path: path).fileExtension]?.rank ?? byEnding.count
  }
}
