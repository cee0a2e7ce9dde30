import FicModel
import FicParsing

/// The text of a paragraph while its elements are read: white space folded, invisible characters
/// left out, emphasis remembered.
struct ParagraphBuffer {
  /// UTF-8; a line feed is a forced break.
  private(set) var bytes: [UInt8] = []

  /// From which byte of the file on which byte of `bytes` runs in step, ascending.
  private(set) var runs: [(offset: Int, source: Int)] = []

  /// The parts in italics, ascending and disjoint.
  private(set) var emphasis: [Range<Int>] = []

  private var isSpacePending = false
  private var emphasisDepth = 0
  private var emphasisStart = 0
  private var isRunBroken = true

  /// Whether a soft hyphen is the last that was read, and whether a line ends behind it.
  private var isDivided = false
  private var isDividedByLine = false

  /// Whether nothing visible has been read.
  var isBlank: Bool { WhiteSpace.skip(from: 0, to: bytes.count, in: bytes) == bytes.count }

  /// Reads the text of a node; with `keepsLines`, line feeds break the line, as in `<pre>`.
  mutating func append(_ node: MarkupTree.Node, of tree: MarkupTree, keepsLines: Bool) {
    var index = node.text.lowerBound
    let shift = node.source - index
    isRunBroken = true
    // "&amp;quot;": the parser gives the ampersand apart from what follows it.
    if bytes.last == UInt8(ascii: "&"), !isSpacePending, index < node.text.upperBound,
      let (scalar, length) = MarkupCharacter.name(
        at: index,
        below: node.text.upperBound,
        of: tree.text
      )
    {
      removeAmpersand()
      append(scalar, source: node.source)
      index += length
    }
    while index < node.text.upperBound {
      let byte = tree.text[index]
      if byte <= 0x20 {
        if byte == 0x0A, isDivided { isDividedByLine = true }
        if keepsLines, byte == 0x0A { breakLine() } else { isSpacePending = true }
        if byte != 0x20 { isRunBroken = true }
        index += 1
        continue
      }
      let start = index
      while index < node.text.upperBound, Self.isPlain(tree.text[index]) { index += 1 }
      if index > start {
        append(tree.text[start..<index], source: start + shift)
        continue
      }
      let (scalar, length) = MarkupCharacter.read(
        at: index,
        below: node.text.upperBound,
        of: tree.text
      )
      if let scalar {
        append(scalar, source: index + shift)
        isRunBroken = true
      } else if length > 0 {
        isRunBroken = true
        // A soft hyphen; other characters that are left out part nothing.
        if tree.text[index] == 0xC2 { isDivided = true }
      } else {
        append(tree.text[index..<index + 1], source: index + shift)
      }
      index += max(1, length)
    }
  }

  /// Removes the last byte, with which italics may have begun or ended.
  private mutating func removeAmpersand() {
    bytes.removeLast()
    emphasisStart = min(emphasisStart, bytes.count)
    guard let last = emphasis.last, last.upperBound > bytes.count else { return }
    emphasis.removeLast()
    if last.lowerBound < bytes.count { emphasis.append(last.lowerBound..<bytes.count) }
  }

  /// Whether a byte is visible and needs no second look.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "&")
      || byte >= 0xC3 && byte != 0xE2 && byte != 0xEF
      || byte >= 0x80 && byte < 0xC0
  }

  private mutating func append(_ visible: some Collection<UInt8>, source: Int) {
    if isDivided {
      if isDividedByLine { isSpacePending = false }
      isDivided = false
      isDividedByLine = false
    }
    if isSpacePending {
      if let last = bytes.last, last > 0x20 {
        let isInStep = runs.last.map { source - $0.source == bytes.count + 1 - $0.offset } ?? false
        isRunBroken = isRunBroken || !isInStep
        bytes.append(0x20)
      }
      isSpacePending = false
    }
    if isRunBroken {
      runs.append((bytes.count, source))
      isRunBroken = false
    }
    bytes += visible
  }

  /// The number of the last run that begins at or before `offset`; -1 where there is none.
  ///
  /// Complexity: O(log n).
  func run(at offset: Int) -> Int {
    runs.partitionPoint { $0.offset > offset } - 1
  }

  /// The parts in italics that reach into `range`.
  ///
  /// Complexity: O(log n) and their number.
  func emphasis(in range: Range<Int>) -> ArraySlice<Range<Int>> {
    let first = emphasis.partitionPoint { $0.upperBound > range.lowerBound }
    return emphasis[first...].prefix { $0.lowerBound < range.upperBound }
  }

  private mutating func append(_ scalar: Unicode.Scalar, source: Int) {
    if scalar == "\n" {
      breakLine()
      return
    }
    append(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter, source: source)
  }

  /// Breaks the line.
  mutating func breakLine() {
    isSpacePending = false
    isRunBroken = true
    if isDivided {
      isDividedByLine = true
      return
    }
    bytes.append(0x0A)
  }

  /// Appends what the file does not have, such as the colon between two cells.
  mutating func append(separator: String) {
    isSpacePending = false
    bytes += separator.utf8
    isRunBroken = true
  }

  /// Appends a mark that the file has as an element, such as a quotation mark.
  mutating func append(mark: String) {
    let isOpening = mark == "\u{201C}"
    if isSpacePending, isOpening, let last = bytes.last, last != 0x0A { bytes.append(0x20) }
    if isOpening { isSpacePending = false }
    bytes += mark.utf8
    isRunBroken = true
  }

  /// An element in italics begins; inner ones count with the outermost.
  mutating func beginEmphasis() {
    emphasisDepth += 1
    if emphasisDepth == 1 { emphasisStart = bytes.count }
  }

  /// An element in italics ends.
  mutating func endEmphasis() {
    guard emphasisDepth > 0 else { return }
    emphasisDepth -= 1
    if emphasisDepth == 0 { closeEmphasis() }
  }

  private mutating func closeEmphasis() {
    guard emphasisStart < bytes.count else { return }
    if let last = emphasis.last,
      WhiteSpace.skip(from: last.upperBound, to: emphasisStart, in: bytes) == emphasisStart
    {
      emphasis[emphasis.count - 1] = last.lowerBound..<bytes.count
    } else {
      emphasis.append(emphasisStart..<bytes.count)
    }
  }

  /// Empties the buffer; emphasis that is still open goes on in the next paragraph.
  mutating func reset() {
    let depth = emphasisDepth
    self = ParagraphBuffer()
    emphasisDepth = depth
  }

  /// Closes what is open, to be read.
  mutating func finish() {
    if emphasisDepth > 0 { closeEmphasis() }
    isSpacePending = false
  }
}
