/// A work as Markdown, as rich text, and as the text of a Mobipocket book.
struct TextSample {
  private let work: SampleWork

  init(_ work: SampleWork) {
    self.work = work
  }

  /// Markdown with front matter.
  var markdown: String {
    let chapters = work.chapters.enumerated().map { index, chapter in
      "## Chapter \(index + 1): \(chapter.title)\n\n\(SampleMarkup.plain(chapter))\n"
    }
    return """
      ---
      title: "\(work.title)"
      author: \(work.author)
      fandom: [\(work.fandom)]
      tags:
      \(work.tags.map { "  - \($0)" }.joined(separator: "\n"))
      ---

      \(chapters.joined(separator: "\n"))
      """
  }

  /// Rich text, as a word processor for Windows writes it.
  var richText: String {
    let chapters = work.chapters.enumerated().map { index, chapter in
      "{\\pard\\s1\\b Chapter \(index + 1): \(Self.richText(chapter.title))\\par}\r\n"
        + chapter.paragraphs.map { runs in
          "{\\pard\\plain\\f0 "
            + runs.map { $0.isItalic ? "{\\i \(Self.richText($0.text))}" : Self.richText($0.text) }
            .joined() + "\\par}\r\n"
        }.joined()
    }
    return """
      {\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}}\r
      {\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}}\r
      {\\info{\\title \(Self.richText(work.title))}{\\author PC}}\r
      \(chapters.joined())}
      """
  }

  private static func richText(_ text: String) -> String {
    var result = ""
    for unit in text.utf16 {
      switch unit {
      case 0x5C, 0x7B, 0x7D: result += "\\" + String(decoding: [unit], as: UTF16.self)
      case ..<0x80: result += String(decoding: [unit], as: UTF16.self)
      case 0x201C: result += "\\ldblquote "
      case 0x201D: result += "\\'94"
      case 0x2019: result += "\\rquote "
      case 0x2014: result += "\\'97"
      default: result += "\\u\(Int16(bitPattern: unit))?"
      }
    }
    return result
  }

  private func chapters(_ separator: String, _ close: String) -> String {
    work.chapters.enumerated().map { index, chapter in
      separator + "<h2>Chapter \(index + 1): \(SampleMarkup.escaped(chapter.title))</h2>"
        + SampleMarkup.paragraphs(chapter) + close
    }.joined()
  }

  /// The text of a MOBI: one page, parted by breaks.
  var mobipocket: String {
    "<html><head><guide></guide></head><body><h1>\(SampleMarkup.escaped(work.title))</h1>"
      + chapters("<mbp:pagebreak/>", "") + "<mbp:pagebreak/></body></html>"
  }

  /// The text of an AZW3: a page a chapter, each with its frame before its text.
  var azw3: String {
    chapters("<?xml version=\"1.0\"?><html><head></head><body></body></html>", "")
  }
}
