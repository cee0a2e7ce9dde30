import FicModel
import FicParsing

/// Makes a document of paragraphs, rules and gaps: rendered text, the blocks that tile it, and the
/// map back to the file.
struct BlockWriter {
  /// The text so far.
  private(set) var text: [UInt8] = []

  /// The blocks so far.
  private(set) var blocks: [Block] = []

  /// Where chapters start, as far as the source says.
  private(set) var chapterStarts: [ChapterCut] = []

  /// Leads to the file that is read; empty without a cursor.
  private(set) var offsetMap = OffsetMap()

  /// How many blank lines stand before the next block.
  private var gap = 0

  private var cursor: SourceCursor?

  /// A lone line feed parts lines of verse, of letters and of addresses; between lines longer than
  /// this on the average, in bytes, it parts paragraphs.
  private static let longestVerse = 60

  /// Creates a writer; without a decoded file, the rendered text is its own source.
  init(source: DecodedText? = nil) {
    cursor = source.map { SourceCursor($0) }
  }

  /// Starts a chapter at the next block.
  ///
  /// - Parameters:
  ///   - title: What it is called.
  ///   - address: Where it is published, if the source says so.
  mutating func startChapter(_ title: ChapterTitle, address: String? = nil) {
    if let last = chapterStarts.last, last.block == blocks.count { chapterStarts.removeLast() }
    chapterStarts.append(ChapterCut(block: blocks.count, title: title, address: address))
    gap = max(gap, 1)
  }

  /// Joins those of the chapters of such titles that are only a heading, as a part's is, to the
  /// chapters that they stand before.
  mutating func joinHeadings(titled titles: Set<ChapterTitle>) {
    guard !titles.isEmpty else { return }
    var joined: [ChapterCut] = []
    for (index, start) in chapterStarts.enumerated() {
      var start = start
      if let last = joined.last, titles.contains(last.title),
        isOnlyHeading(last.block..<chapterStarts[index].block)
      {
        start.block = last.block
        joined.removeLast()
      }
      joined.append(start)
    }
    chapterStarts = joined
  }

  private func isOnlyHeading(_ range: Range<Int>) -> Bool {
    blocks[range].allSatisfy { block in
      switch block.kind {
      case .heading, .blank, .rule, .marked(.boilerplate): true
      default: false
      }
    }
  }

  /// Asks for at least `lines` blank lines before the next block.
  mutating func part(by lines: Int = 1) { gap = max(gap, lines) }

  /// Adds an empty paragraph.
  ///
  /// It counts as two blank lines, so that one among ordinary gaps parts scenes as three blank
  /// lines do in plain text.
  mutating func addEmptyParagraph() { gap = min(gap + 2, TextLine.longestBlankRun) }

  /// Adds a rule that stands at a byte of the file.
  mutating func addRule(source: Int) {
    part()
    writeGap()
    mark(source)
    append("* * *\n", as: .rule)
    part()
  }

  /// Adds what a paragraph's elements gave, as one paragraph or several.
  mutating func add(_ buffer: ParagraphBuffer, as kind: Block.Kind) {
    let bytes = buffer.bytes
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, !isGap(at: end, in: bytes) { end += 1 }
      addLines(start..<end, of: buffer, as: kind)
      var lines = 0
      start = end
      while start < bytes.count, WhiteSpace.length(at: start, in: bytes) > 0 {
        lines += bytes[start] == 0x0A ? 1 : 0
        start += WhiteSpace.length(at: start, in: bytes)
      }
      if end > 0, start < bytes.count || lines > 1 { part(by: lines - 1) }
    }
  }

  /// Whether two line feeds, with nothing visible between them, begin at `index`.
  private func isGap(at index: Int, in bytes: [UInt8]) -> Bool {
    guard bytes[index] == 0x0A else { return false }
    let next = WhiteSpace.skip(from: index + 1, to: bytes.count, in: bytes)
    return next == bytes.count || bytes[index + 1..<next].contains(0x0A)
  }

  /// Adds lines that only single line feeds part.
  private mutating func addLines(
    _ range: Range<Int>,
    of buffer: ParagraphBuffer,
    as kind: Block.Kind
  ) {
    let lines = buffer.bytes[range].split(separator: 0x0A).map {
      WhiteSpace.trim($0.startIndex..<$0.endIndex, in: buffer.bytes)
    }.filter { !$0.isEmpty }
    guard lines.count > 1, kind == .paragraph, Self.areParagraphs(lines, in: buffer.bytes) else {
      addParagraph(WhiteSpace.trim(range, in: buffer.bytes), of: buffer, as: kind)
      return
    }
    for line in lines { addParagraph(line, of: buffer, as: kind) }
  }

  private static func areParagraphs(_ lines: [Range<Int>], in bytes: [UInt8]) -> Bool {
    let count = lines.reduce(0) { $0 + $1.count }
    if count > longestVerse * lines.count { return true }
    return lines.allSatisfy { isOrnament($0, in: bytes) || startsAsSpeech($0, in: bytes) }
      || lines.contains { isOrnament($0, in: bytes) }
  }

  private static func isOrnament(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    Ornament.isSymbolLine(line, in: bytes)
  }

  private static func startsAsSpeech(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    String(decoding: bytes[line].prefix(4), as: UTF8.self).unicodeScalars.first.map {
      $0.isQuotationGlyph || $0.isProseDash
    } ?? false
  }

  // MARK: Writing

  private mutating func addParagraph(
    _ range: Range<Int>,
    of buffer: ParagraphBuffer,
    as kind: Block.Kind
  ) {
    guard !range.isEmpty else { return }
    let kind = isBare(range, in: buffer.bytes) && kind != .blockQuote ? Self.bare(kind) : kind
    writeGap()
    let start = text.count
    var marks = [EmphasisMarks.Mark](
      emphasis: buffer.emphasis(in: range),
      in: range,
      of: buffer.bytes
    )[...]
    var run = buffer.run(at: range.lowerBound)
    var index = range.lowerBound
    while index < range.upperBound {
      if marks.first?.offset == index {
        // The mark itself stands where the emphasis begins.
        let run = buffer.run(at: index)
        if buffer.runs.indices.contains(run) {
          mark(buffer.runs[run].source + index - buffer.runs[run].offset)
        }
      }
      while let mark = marks.first, mark.offset == index {
        text.append(UInt8(ascii: "_"))
        marks.removeFirst()
      }
      while run + 1 < buffer.runs.count, buffer.runs[run + 1].offset <= index { run += 1 }
      if buffer.runs.indices.contains(run) {
        mark(buffer.runs[run].source + index - buffer.runs[run].offset)
      }
      let next = run + 1 < buffer.runs.count ? buffer.runs[run + 1].offset : range.upperBound
      let end = min(range.upperBound, next, marks.first?.offset ?? range.upperBound)
      text += buffer.bytes[index..<end]
      index = end
    }
    text += repeatElement(UInt8(ascii: "_"), count: marks.count)
    text.append(0x0A)
    blocks.append(Block(kind: kind, span: TextSpan(start, text.count)))
  }

  /// Ornaments in a heading part scenes; they head nothing.
  private func isBare(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    !bytes[range].contains {
      $0 >= 0x80 || $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A
    }
      || Ornament.isSymbolLine(range, in: bytes)
  }

  private static func bare(_ kind: Block.Kind) -> Block.Kind {
    if case .heading = kind { return .paragraph }
    return kind
  }

  private mutating func append(_ line: String, as kind: Block.Kind) {
    let start = text.count
    text += line.utf8
    blocks.append(Block(kind: kind, span: TextSpan(start, text.count)))
  }

  private mutating func writeGap() {
    defer { gap = 0 }
    guard gap > 0, !text.isEmpty else { return }
    let start = text.count
    text += repeatElement(0x0A, count: gap)
    blocks.append(Block(kind: .blank(lines: gap), span: TextSpan(start, text.count)))
  }

  private mutating func mark(_ source: Int) {
    guard let place = cursor?.place(at: source) else { return }
    offsetMap.append(
      OffsetMap.Checkpoint(text: text.count, source: place.scalar, line: place.line)
    )
  }

  /// The document.
  func document(
    metadata: WorkMetadata,
    chapterTitle: ChapterTitle? = nil,
    diagnostics: [ParseDiagnostic] = []
  ) -> Document {
    var starts = chapterStarts.filter { $0.block < blocks.count }
    // What stands before the first chapter belongs to it.
    if !starts.isEmpty { starts[0].block = 0 }
    var document = Document(
      text: text,
      blocks: blocks,
      offsetMap: cursor == nil ? OffsetMap(plainText: text) : offsetMap,
      metadata: metadata,
      chapterTitle: chapterTitle,
      diagnostics: diagnostics
    )
    document.chapterStarts = starts
    return document
  }
}
