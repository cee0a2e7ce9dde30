package import FicModel

/// How good a text of a work is, to choose among several: more chapters, then the later update,
/// then one that says which work it is, then the form that keeps more of the structure, then more
/// words.
package struct SourceQuality: Hashable, Sendable {
  /// The chapters, no more than the source itself says that there are.
  package var chapters: Int

  /// The day of the last update as `YYYY-MM-DD`; empty where it is not known.
  package var updated: String

  /// Whether the text says which work it is: by an address, or by title and authors.
  package var isNamed: Bool

  /// How much of the structure the form keeps: `rank(ofPath:)`.
  package var form: Int

  /// The words of story.
  package var words: Int

  /// Creates a quality.
  package init(chapters: Int, updated: String, isNamed: Bool, form: Int, words: Int) {
    self.chapters = chapters
    self.updated = updated
    self.isNamed = isNamed
    self.form = form
    self.words = words
  }

  /// The quality of a text by what was read in it.
  ///
  /// - Parameters:
  ///   - chapters: The chapters that were read.
  ///   - words: The words of story.
  ///   - metadata: What the source says of the work.
  ///   - isNamed: Whether it says which work it is.
  ///   - path: A file of it.
  package init(
    chapters: Int,
    words: Int,
    metadata: WorkMetadata,
    isNamed: Bool,
    path: String
  ) {
    let stated = metadata["chapters"].flatMap(Self.number) ?? chapters
    self.init(
      chapters: min(chapters, max(1, stated)),
      updated: metadata["updated"].flatMap(Self.day) ?? "",
      isNamed: isNamed,
      form: Self.rank(ofPath: path),
      words: words
    )
  }

  /// How much of a text's structure its form keeps: 3 for EPUB and HTML, which know chapters, notes
  /// and emphasis; 2 for word processors' and other books; 1 for Markdown; 0 for plain text.
  package static func rank(ofPath path: String) -> Int {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return 0 }
    switch name[name.index(after: dot)...].lowercased() {
    case "epub", "html", "htm", "xhtml": return 3
    case "fb2", "odt", "docx", "rtf", "mobi", "azw3", "zip": return 2
    case "md", "markdown": return 1
    default: return 0
    }
  }

  /// The first number of `3`, `1,204` and `3/12`.
  private static func number(_ text: String) -> Int? {
    Int(text.prefix { $0.isNumber || $0 == "," }.filter { $0 != "," })
  }

  /// The first ten letters, where they are a day.
  private static func day(_ text: String) -> String? {
    let day = Array(text.utf8.prefix(10))
    let isDay =
      day.count == 10
      && day.enumerated().allSatisfy { place, byte in
        place == 4 || place == 7 ? byte == 0x2D : (0x30...0x39).contains(byte)
      }
    return isDay ? String(decoding: day, as: UTF8.self) : nil
  }
}

extension SourceQuality: Comparable {
  /// Orders the worse before the better.
  package static func < (left: SourceQuality, right: SourceQuality) -> Bool {
    (left.chapters, left.updated, left.isNamed ? 1 : 0, left.form, left.words)
      < (right.chapters, right.updated, right.isNamed ? 1 : 0, right.form, right.words)
  }
}
