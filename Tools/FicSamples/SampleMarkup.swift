/// Pieces of markup for samples.
enum SampleMarkup {
  /// Text as it stands in HTML and XML.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  /// A chapter's paragraphs as HTML.
  static func paragraphs(_ chapter: SampleWork.Chapter) -> String {
    chapter.paragraphs.map { runs in
      "<p>"
        + runs.map { $0.isItalic ? "<em>\(escaped($0.text))</em>" : escaped($0.text) }.joined()
        + "</p>\n"
    }.joined()
  }

  /// A chapter's paragraphs as plain text, blank lines between them.
  static func plain(_ chapter: SampleWork.Chapter, italic: String = "_") -> String {
    chapter.paragraphs.map { runs in
      runs.map { $0.isItalic ? italic + $0.text + italic : $0.text }.joined()
    }.joined(separator: "\n\n")
  }

  /// A whole page.
  static func page(
    _ title: String,
    head: String = "",
    bodyClass: String = "",
    _ body: String
  )
    -> String
  {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>\(escaped(title))</title>\(head)</head>
    <body\(bodyClass.isEmpty ? "" : " class=\"\(bodyClass)\"")>
    \(body)
    </body></html>
    """
  }
}
