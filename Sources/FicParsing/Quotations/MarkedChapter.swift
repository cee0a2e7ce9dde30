import FicModel

/// The paragraphs of a chapter's story with their marks, read in the plain style, and what they
/// show.
struct MarkedChapter: Sendable {
  /// The chapter's text.
  let text: [UInt8]

  /// The turns of its scripts and chats.
  let script: Script

  /// The paragraphs, without quotations yet.
  private(set) var paragraphs: [Paragraph] = []

  /// The marks of all paragraphs, in reading order.
  private(set) var marks: [QuotationMark] = []

  /// For each paragraph the index of its first mark, and the number of marks at the end.
  private(set) var firstMarks: [Int] = [0]

  /// Whether signs occur that may set thoughts or telepathy apart, such as `*` or `::`.
  let hasEnclosedWords: Bool

  /// Whether brackets occur that may set telepathy apart: `<`, `[` or `{`, or colons: `:Hello:`.
  let hasBrackets: Bool

  /// What the chapter shows of its style.
  private(set) var survey = StyleSurvey()

  /// Reads the marks of a chapter.
  init(_ draft: ChapterDraft) {
    text = draft.chapter.text
    script = draft.script
    hasEnclosedWords = Self.hasEnclosedWords(text)
    hasBrackets = hasEnclosedWords && Self.hasBrackets(text)
    paragraphs = StoryParagraphs(draft).paragraphs()
    firstMarks.reserveCapacity(paragraphs.count + 1)
    for paragraph in paragraphs {
      let prose = Prose(text, in: paragraph.span)
      let first = marks.count
      MarkReader(prose: prose, style: QuotationStyle()).append(to: &marks)
      firstMarks.append(marks.count)
      survey.count(prose, marks: marks[first...])
    }
  }

  private static func hasEnclosedWords(_ text: [UInt8]) -> Bool {
    let bytes = text.span
    for index in bytes.indices where mayEnclose[Int(bytes[index])] {
      let byte = bytes[index]
      guard byte == 0x2F || byte == 0x3A else { return true }
      let last = index > 0 ? bytes[index - 1] : 0x0A
      if last == byte { return true }
      if byte == 0x3A, last <= 0x20, index + 1 < bytes.count, isColonsLetter(bytes[index + 1]) {
        return true
      }
    }
    return false
  }

  /// The bytes that may set words apart: few texts have one of the first, and most have others.
  private static let mayEnclose: [Bool] = (0..<256).map {
    [0x2A, 0x3C, 0x5B, 0x5F, 0x7B, 0x7E, 0x2F, 0x3A].contains($0)
  }

  /// Whether a colon stands before a letter and after white space, as in `:Hello:`.
  private static func hasOpeningColon(_ text: [UInt8]) -> Bool {
    var opens = false
    var last: UInt8 = 0x0A
    for byte in text {
      if opens, isColonsLetter(byte) { return true }
      opens = byte == 0x3A && last <= 0x20
      last = byte
    }
    return false
  }

  private static func isColonsLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0xC3
  }

  private static func hasBrackets(_ text: [UInt8]) -> Bool {
    for byte in text where byte == 0x5B || byte == 0x3C || byte == 0x7B { return true }
    return hasOpeningColon(text)
  }

  /// The marks of a paragraph.
  func marks(of index: Int) -> ArraySlice<QuotationMark> {
    marks[firstMarks[index]..<firstMarks[index + 1]]
  }
}
