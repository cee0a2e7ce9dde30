import FicFormats
import FicModel
import FicParsing
import Testing

@Suite struct RichTextTests {
  private func read(_ body: String, head: String = "\\ansi\\ansicpg1252\\deff0") throws -> Rendering
  {
    try Rendering("a.rtf", Array(("{\\rtf1" + head + " " + body + "}").utf8))
  }

  @Test func `paragraphs, headings, italics and forced breaks are kept`() throws {
    let file = try read(
      "{\\stylesheet{\\s0 Normal;}{\\s3 heading 2;}}{\\pard\\s3 Chapter 1\\par}"
        + "\\pard He {\\i ran} far.\\line She \\i hid\\i0 .\\par\\pard\\brdrb\\brdrs\\par\\pard x\\par"
    )
    #expect(
      file.blocks == [
        "h2 Chapter 1⏎", "blank 1", "He _ran_ far.⏎She _hid_.⏎", "blank 1", "rule", "blank 1", "x⏎",
      ]
    )
  }

  @Test(arguments: [
    ("\\ldblquote Hi\\rdblquote , he said\\emdash so.", "“Hi”, he said—so."),
    ("\\'93Hi\\'94 caf\\'e9", "“Hi” café"), ("\\u8220?Hi\\u8221?", "“Hi”"),
    ("\\uc2\\u8220??Hi\\u8221\\'94\\'94", "“Hi”"), ("\\u-10179?\\u-8704?!", "😀!"),
    ("\\uc0\\u233 t\\u233", "été"), ("soft\\-ly a\\_b a\\~b", "softly a-b a\u{A0}b"),
    ("\\{braces\\} and \\\\", "{braces} and \\"), ("lines\r\n of the file", "lines of the file"),
    ("{\\*\\unknown gone}kept", "kept"), ("{\\pict\\bin4 }}}}}kept", "kept"),
    ("a kettle{\\super 12} sang", "a kettle¹² sang"),
    ("the 3{\\super rd} of May", "the 3rd of May"),
    ("a kettle\\super 1\\nosupersub  sang", "a kettle¹ sang"),
    ("shown{\\v hidden} on", "shown on"), ("a{\\deleted b}c", "ac"),
    ("{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt a link}}", "a link"),
    ("\\u55357?lone", "lone"), ("\\u56832?lone", "\u{FFFD}lone"),
  ])
  func `characters are read whatever they are written as`(code: String, text: String) throws {
    #expect(try read(code + "\\par").paragraphs == [text])
  }

  @Test func `bytes are read in the code page of their font`() throws {
    let fonts =
      "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}{\\f3\\fcharset77 D;}}"
    let file = try read(
      fonts + "\\'e9 {\\f1\\'cf\\'f0\\'e8} {\\f2\\'93\\'fa\\'96{}\\'7b} {\\f3\\'8e}\\par",
      head: "\\ansi\\ansicpg1252"
    )
    #expect(file.paragraphs == ["é При 日\u{FFFD}{ é"])
    let russian = try read("\\'cf\\'f0\\'e8\\par", head: "\\ansi\\ansicpg1251")
    #expect(russian.paragraphs == ["При"])
  }

  @Test func `footnotes follow their paragraph, headers of pages are left out`() throws {
    let file = try read(
      "{\\header Page 3\\par}He ran{\\footnote To \\i the\\i0  mill.} far.\\par She hid.\\par"
    )
    #expect(
      file.blocks == ["He ran far.⏎", "blank 1", "> To _the_ mill.⏎", "blank 1", "She hid.⏎"]
    )
  }

  @Test func `the title is the record's, labels are read as in plain text`() throws {
    let file = try read(
      "{\\info{\\title Mills}{\\author PC-7}}Author: Ann\\par Fandom: Rivers\\par\\par He ran.\\par"
    )
    #expect(file.facts == ["author: Ann", "fandom: Rivers", "title: Mills"])
  }

  @Test func `a file that breaks off is read as far as it goes`() throws {
    #expect(
      try Rendering("a.rtf", Array("{\\rtf1 He ran.\\par She {\\i hid".utf8)).paragraphs == [
        "He ran.", "She _hid_",
      ]
    )
    #expect(throws: FormatError(code: .empty, path: "a.rtf")) {
      try Rendering("a.rtf", Array("{\\rtf1".utf8))
    }
  }

  @Test func `groups ten thousand deep are refused with the place`() {
    let error = #expect(throws: FormatError.self) {
      try read(String(repeating: "{", count: 10_000))
    }
    #expect(error?.code == .tooDeep(limit: 512) && error?.offset != nil)
  }

  @Test func `a file is known by its content`() throws {
    #expect(try Rendering("a.doc", Array("{\\rtf1 He ran.\\par}".utf8)).paragraphs == ["He ran."])
  }
}
