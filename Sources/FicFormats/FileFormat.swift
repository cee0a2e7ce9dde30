/// The formats of files, and what follows from the ending of a name; no other place knows endings
/// of texts.
///
/// In the order in which Calibre's forms of a book are read: the one first that keeps most of a
/// text's structure. What a file holds in truth is for the readers to find in its bytes.
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
  }

  private var row: Row {
    switch self {
    case .epub: Row(endings: ["epub", "kepub"], structure: 3, holdsWorks: true, isBook: true)
    case .kindle:
      Row(endings: ["azw3", "mobi", "azw", "prc"], structure: 2, holdsWorks: true, isBook: true)
    case .fictionBook: Row(endings: ["fb2"], structure: 2, holdsWorks: true, isBook: true)
    case .packedPage: Row(endings: ["htmlz"], structure: 3, holdsWorks: true)
    case .page: Row(endings: ["html", "htm", "xhtml", "shtml", "xht"], structure: 3)
    case .zip: Row(endings: ["zip"], structure: 2, holdsWorks: true)
    case .openDocument: Row(endings: ["odt"], structure: 2)
    case .word: Row(endings: ["docx"], structure: 2)
    case .richText: Row(endings: ["rtf"], structure: 2)
    case .markdown: Row(endings: ["md", "markdown"], structure: 1)
    case .packedText: Row(endings: ["txtz"], structure: 0, holdsWorks: true)
    case .text: Row(endings: ["txt", "text"], structure: 0)
    case .tar: Row(endings: ["tar", "tgz"], structure: 0, holdsWorks: true)
    case .compressed: Row(endings: ["gz", "bz2", "xz", "zst"], structure: 0)
    // These are not read, but reported, so that nobody looks for them in vain.
    case .oldWord: Row(endings: ["doc"], structure: 0)
    case .pdf: Row(endings: ["pdf"], structure: 0, holdsWorks: true)
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
