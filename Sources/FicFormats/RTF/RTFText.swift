import FicParsing

/// The text of a rich text file, on its way to a tree of HTML's elements.
///
/// Source: Microsoft, Rich Text Format Specification 1.9.1.
struct RTFText {
  /// The title that the file's record gives; empty where it gives none.
  private(set) var title = ""

  private let bytes: [UInt8]
  private var tokens: RTFTokenizer
  private var result = MarkupTranslation()
  private let body: Int

  private var state = RTFState()
  private var outer: [RTFState] = []

  private var paragraph = RTFParagraph()
  private var footnotes: [RTFParagraph] = []

  /// Bytes whose code page is that of `state`, not yet decoded.
  private var pending: [UInt8] = []

  /// The first half of a character beyond U+FFFF.
  private var highSurrogate: UInt32?

  /// How many characters more stand for programs that do not know `\u`.
  private var fallbacks = 0

  /// No file mixes so many.
  private static let mostCodePages = 64

  private var defaultCodePage = 1252
  private var codePages: [Int: CodePage] = [:]

  /// The code pages of fonts; a font without one has the document's.
  private var fonts: [Int: Int] = [:]
  private var defaultFont = 0
  private var font = 0

  /// The ranks of headings by their styles' numbers.
  private var headingStyles: [Int: Int] = [:]
  private var style = 0
  private var styleName: [UInt8] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens = RTFTokenizer(bytes)
    body = result.open("body", in: 0)
  }

  /// The text as a tree; its second node is the body.
  var html: MarkupTree { result.tree }

  /// Reads the file to its end, or to that of its outermost group.
  mutating func read() throws(MarkupError) {
    while let token = tokens.next() {
      switch token {
      case .open:
        flush()
        fallbacks = 0
        guard outer.count < MarkupParser.depthLimit else {
          throw .tooDeep(limit: MarkupParser.depthLimit, offset: tokens.index)
        }
        outer.append(state)
      case .close:
        flush()
        fallbacks = 0
        endGroup()
        guard let last = outer.popLast() else { break }
        state = last
        if outer.isEmpty {
          endParagraph()
          return
        }
      case .word(let name, let number): read(name, number)
      case .symbol(let symbol): readSymbol(symbol)
      case .byte(let byte): if !takesFallback() { pending.append(byte) }
      case .text(let range): read(range)
      }
    }
    flush()
    endParagraph()
  }

  // MARK: Text

  /// Whether the character at hand only stands in for one that was given by its number.
  private mutating func takesFallback() -> Bool {
    guard fallbacks > 0 else { return false }
    fallbacks -= 1
    return true
  }

  private mutating func read(_ range: Range<Int>) {
    let skipped = min(fallbacks, range.count)
    fallbacks -= skipped
    let visible = range.dropFirst(skipped)
    guard state.target != .nowhere, !visible.isEmpty else { return }
    pending += bytes[visible]
  }

  /// Decodes what is pending and appends it.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    defer { pending.removeAll(keepingCapacity: true) }
    guard state.target != .nowhere else { return }
    if pending.allSatisfy({ $0 < 0x80 }) {
      append(pending)
      return
    }
    var text: [UInt8] = []
    let isUsable = codePages[state.codePage] != nil || codePages.count < Self.mostCodePages
    let number = isUsable ? state.codePage : 1252
    codePages[number, default: CodePage(number)].append(pending, to: &text)
    append(text)
  }

  private mutating func append(_ utf8: some Collection<UInt8>) {
    highSurrogate = nil
    guard !state.isHidden else { return }
    switch state.target {
    case .body: paragraph.append(utf8, isItalic: state.isItalic, isRaised: state.isRaised)
    case .footnote:
      if footnotes.isEmpty { footnotes.append(RTFParagraph()) }
      footnotes[footnotes.count - 1].append(
        utf8,
        isItalic: state.isItalic,
        isRaised: state.isRaised
      )
    case .title: title += String(decoding: utf8, as: UTF8.self)
    case .styleSheet: if styleName.count < 64 { styleName += utf8 }
    case .fontTable, .record, .nowhere: break
    }
  }

  private mutating func append(_ text: String) {
    flush()
    append(Array(text.utf8))
  }

  /// A UTF-16 code unit, written as a signed number.
  private mutating func append(unit number: Int) {
    flush()
    let unit = UInt32(UInt16(truncatingIfNeeded: number))
    fallbacks = state.fallbackLength
    if unit >= 0xD800, unit < 0xDC00 {
      highSurrogate = unit
      return
    }
    var scalar = Unicode.Scalar(unit)
    if let high = highSurrogate, unit >= 0xDC00, unit < 0xE000 {
      scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
    }
    append(Array(String(Character(scalar ?? "\u{FFFD}")).utf8))
  }

  // MARK: Structure

  private mutating func breakLine() {
    flush()
    guard !state.isHidden else { return }
    switch state.target {
    case .body: paragraph.breakLine()
    case .footnote: if !footnotes.isEmpty { footnotes[footnotes.count - 1].breakLine() }
    default: break
    }
  }

  private mutating func endParagraph() {
    flush()
    guard state.target != .footnote else {
      footnotes.append(RTFParagraph())
      return
    }
    guard state.target == .body else { return }
    if state.hasBorder, paragraph.isBlank {
      _ = result.open("hr", in: body)
    } else {
      let name = state.headingLevel.map { "h\(min(max($0, 1), 6))" } ?? "p"
      paragraph.write(as: name, in: body, to: &result)
    }
    for note in footnotes where !note.isBlank {
      note.write(as: "p", in: result.open("blockquote", in: body), to: &result)
    }
    paragraph = RTFParagraph()
    footnotes = []
  }

  private mutating func endGroup() {
    guard state.target == .styleSheet, !styleName.isEmpty else { return }
    let name = String(decoding: styleName, as: UTF8.self).lowercased()
    styleName = []
    if name.hasPrefix("heading "), let level = name.dropFirst(8).first?.wholeNumberValue {
      headingStyles[style] = level
    } else if name == "title;" {
      headingStyles[style] = 1
    }
  }

  // MARK: Control words

  private mutating func readSymbol(_ symbol: UInt8) {
    if takesFallback() { return }
    switch symbol {
    case UInt8(ascii: "*"):
      flush()
      state.target = .nowhere
    case UInt8(ascii: "~"): append("\u{A0}")
    case UInt8(ascii: "_"): append("-")
    case 0x0A, 0x0D: endParagraph()
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): pending.append(symbol)
    // A soft hyphen and the marks of index entries.
    default: break
    }
  }

  private mutating func read(_ name: String, _ number: Int?) {
    if name == "u", let number {
      append(unit: number)
      return
    }
    if takesFallback() { return }
    if let text = Self.characters[name] {
      append(text)
      return
    }
    switch name {
    case "par", "sect", "page", "row": endParagraph()
    case "line": breakLine()
    case "tab", "cell", "nestcell": append(" ")
    default:
      flush()
      if let target = Self.targets[name] {
        enter(target)
      } else {
        format(name, number)
      }
    }
  }

  private mutating func enter(_ target: RTFState.Target) {
    // What is in a part that is no text is none either, but for the title in the record.
    guard state.target == .body || state.target == .record || target == .nowhere else { return }
    state.target = target
    if target == .footnote {
      footnotes.append(RTFParagraph())
      state.isItalic = false
      state.isRaised = false
    }
  }

  private mutating func format(_ name: String, _ number: Int?) {
    switch name {
    case "i": state.isItalic = number != 0
    case "super": state.isRaised = number != 0
    case "nosupersub", "sub": state.isRaised = false
    case "v", "deleted": state.isHidden = number != 0
    case "plain":
      state.isItalic = false
      state.isRaised = false
      state.isHidden = false
      use(font: defaultFont)
    case "pard":
      state.headingLevel = nil
      state.hasBorder = false
    case "brdrb", "brdrt": state.hasBorder = true
    case "uc": state.fallbackLength = min(max(0, number ?? 1), 16)
    case "ansicpg", "mac", "pc", "pca": setCodePage(name, number)
    case "deff": defaultFont = number ?? 0
    case "f":
      if state.target == .fontTable { font = number ?? 0 } else { use(font: number ?? 0) }
    case "fcharset", "cpg":
      guard state.target == .fontTable, let number else { break }
      fonts[font] = name == "cpg" ? number : CodePage.number(ofCharset: number)
    case "s":
      if state.target == .styleSheet {
        style = number ?? 0
      } else {
        state.headingLevel = headingStyles[number ?? 0]
      }
    case "outlinelevel":
      guard let number, (0...5).contains(number) else { break }
      if state.target == .styleSheet {
        headingStyles[style] = number + 1
      } else {
        state.headingLevel = number + 1
      }
    default: break
    }
  }

  private mutating func setCodePage(_ name: String, _ number: Int?) {
    switch name {
    case "mac": defaultCodePage = 10000
    case "pc": defaultCodePage = 437
    case "pca": defaultCodePage = 850
    default: if let number, (1...65535).contains(number) { defaultCodePage = number }
    }
    state.codePage = defaultCodePage
  }

  private mutating func use(font number: Int) {
    state.codePage = fonts[number] ?? defaultCodePage
  }

  // MARK: Tables

  private static let characters: [String: String] = [
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
  ]

  private static let targets: [String: RTFState.Target] = {
    var targets: [String: RTFState.Target] = [
      "fonttbl": .fontTable, "stylesheet": .styleSheet, "info": .record, "title": .title,
      "footnote": .footnote,
    ]
    for name in [
      "colortbl", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl",
      "footerr", "footerf", "ftnsep", "ftnsepc", "ftncn", "xe", "tc", "txe", "rxe", "fldinst",
      "listtext", "pntext", "pntxta", "pntxtb", "nonshppict", "annotation", "atnid", "atnauthor",
      "bkmkstart", "bkmkend", "author", "operator", "subject", "company", "manager", "keywords",
      "comment", "doccomm", "hlinkbase", "template", "private", "filetbl", "nextfile", "sp", "sn",
      "sv",
    ] { targets[name] = .nowhere }
    return targets
  }()
}
