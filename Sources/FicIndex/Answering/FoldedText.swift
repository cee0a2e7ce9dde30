import FicModel

/// A stretch of text with its white space folded, cut around its matches where it is long.
struct FoldedText {
  /// The text.
  private(set) var text = ""

  /// Where the matches are that are shown: [start, end) in Unicode scalars of `text`.
  private(set) var matches: [[Int]] = []

  /// Longer texts are cut, in scalars: three lines of a terminal, five of a phone.
  static let longest = 400

  /// The most scalars of a cut text, however many matches it has.
  private static let longestCut = 1200

  /// The least number of scalars on either side of a match in a cut text.
  private static let leastMargin = 40

  /// Mark what was left out.
  private static let ellipsis = "\u{2026}"

  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]

  /// The parts that are shown, and what is added to a place in one for its place in `text`.
  private var shown: [(window: Range<Int>, shift: Int)] = []

  /// Folds the bytes of some parts of `text`, one after the other; `marks` are places of matches in
  /// the same text, ascending.
  ///
  /// A text that is `whole` is not cut.
  init(_ pieces: [TextSpan], of text: [UInt8], marks: [TextSpan] = [], whole: Bool = false) {
    (scalars, offsets) = Self.folded(pieces, of: text)
    let wanted = marks.compactMap(scalarRange)
    show(whole ? [0..<scalars.count] : windows(around: wanted))
    matches = shown.flatMap { part in
      wanted.compactMap { Self.place(of: $0, in: part) }
    }
  }

  /// The scalars of some parts of `text`, one after the other, their white space folded, each with
  /// the byte that it is from.
  static func folded(
    _ pieces: [TextSpan],
    of text: [UInt8]
  ) -> (scalars: [Unicode.Scalar], offsets: [Int]) {
    var (scalars, offsets): ([Unicode.Scalar], [Int]) = ([], [])
    var end = 0
    for piece in pieces {
      let part = fold(piece.intersection(TextSpan(0, text.count)), of: text)
      if !scalars.isEmpty, !part.scalars.isEmpty {
        scalars.append(" ")
        offsets.append(end)
      }
      scalars += part.scalars
      offsets += part.offsets
      end = piece.end
    }
    return (scalars, offsets)
  }

  /// Where a stretch of the same text is shown: [start, end) in Unicode scalars of `text`, in each
  /// part of it that is not cut.
  func places(of span: TextSpan) -> [[Int]] {
    guard let range = scalarRange(span) else { return [] }
    return shown.compactMap { Self.place(of: range, in: $0) }
  }

  private static func place(
    of range: Range<Int>,
    in part: (window: Range<Int>, shift: Int)
  ) -> [Int]? {
    guard range.overlaps(part.window) else { return nil }
    let own = range.clamped(to: part.window)
    return [own.lowerBound + part.shift, own.upperBound + part.shift]
  }

  /// The folded text before and after `mark`, at most `width` scalars each, cut between words.
  func sides(of mark: TextSpan, width: Int) -> (left: String, match: String, right: String)? {
    guard let range = scalarRange(mark) else { return nil }
    var low = max(0, range.lowerBound - width)
    var high = min(scalars.count, range.upperBound + width)
    if low > 0 { low = nextWord(from: low, to: range.lowerBound) }
    if high < scalars.count { high = lastWord(from: high, to: range.upperBound) }
    return (
      string(low..<range.lowerBound), string(range), string(range.upperBound..<high)
    )
  }

  /// Stands before the lines of a quoted paragraph, in Markdown as in mail.
  private static let quoteMark = UInt8(ascii: ">")

  private static func fold(
    _ span: TextSpan,
    of text: [UInt8]
  ) -> (scalars: [Unicode.Scalar], offsets: [Int]) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(span.count)
    offsets.reserveCapacity(span.count)
    let bytes = text.span
    var offset = span.start
    // A quoted paragraph has a mark before each of its lines; a reader wants the words.
    let isQuoted = offset < span.end && bytes[offset] == quoteMark
    var isLineStart = true
    while offset < span.end {
      if isQuoted, isLineStart, bytes[offset] == quoteMark {
        offset += 1
        continue
      }
      isLineStart = bytes[offset] == UInt8(ascii: "\n") || isLineStart && bytes[offset] <= 0x20
      let (value, length) = bytes.scalar(at: offset)
      let scalar = value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
      if isSpace(scalar) {
        if let last = scalars.last, last != " " {
          scalars.append(" ")
          offsets.append(offset)
        }
      } else {
        scalars.append(scalar)
        offsets.append(offset)
      }
      offset += length
    }
    if scalars.last == " " {
      scalars.removeLast()
      offsets.removeLast()
    }
    return (scalars, offsets)
  }

  /// Whether a scalar is shown as a space: Unicode's `White_Space` and the controls of ASCII.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F: true
    case 0x21..<0x80, 0x2010...0x2027: false
    default: scalar.properties.isWhitespace
    }
  }

  /// The scalars that stand for the bytes of `mark`; nil where none does.
  private func scalarRange(_ mark: TextSpan) -> Range<Int>? {
    let start = index(of: mark.start)
    var end = index(of: mark.end)
    while end > start, scalars[end - 1] == " " { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// The index of the first scalar at or behind a byte offset.
  private func index(of offset: Int) -> Int { offsets.partitionPoint { $0 >= offset } }

  /// The parts that are shown.
  private func windows(around marks: [Range<Int>]) -> [Range<Int>] {
    guard scalars.count > Self.longest else { return [0..<scalars.count] }
    guard !marks.isEmpty else { return [0..<lastWord(from: Self.longest, to: 0)] }
    let marked = marks.reduce(0) { $0 + $1.count }
    let margin = max(Self.leastMargin, (Self.longest - marked) / (2 * marks.count))
    var windows: [Range<Int>] = []
    var shown = 0
    for mark in marks {
      let markEnd = min(mark.upperBound, mark.lowerBound + Self.longestCut)
      let low = nextWord(from: max(0, mark.lowerBound - margin), to: mark.lowerBound)
      let high = lastWord(from: min(scalars.count, markEnd + margin), to: markEnd)
      if let last = windows.last, last.upperBound >= low {
        shown += max(0, high - last.upperBound)
        windows[windows.count - 1] = last.lowerBound..<max(high, last.upperBound)
      } else {
        guard windows.isEmpty || shown + (high - low) <= Self.longestCut else { break }
        shown += high - low
        windows.append(low..<high)
      }
      if shown > Self.longestCut { break }
    }
    return windows
  }

  /// The start of the first word at or behind `index`, at most `limit`.
  private func nextWord(from index: Int, to limit: Int) -> Int {
    guard index > 0 else { return 0 }
    var index = index
    while index < limit, scalars[index - 1] != " " { index += 1 }
    return index
  }

  /// The end of the last word at or before `index`, at least `limit`.
  private func lastWord(from index: Int, to limit: Int) -> Int {
    var end = index
    while end > limit, end < scalars.count, scalars[end] != " " { end -= 1 }
    return end > limit ? end : index
  }

  private mutating func show(_ windows: [Range<Int>]) {
    var result: [UInt8] = []
    var count = 0
    for window in windows {
      if window.lowerBound > 0 {
        if count > 0 {
          result.append(UInt8(ascii: " "))
          count += 1
        }
        result += Self.ellipsis.utf8
        result.append(UInt8(ascii: " "))
        count += 2
      }
      shown.append((window, count - window.lowerBound))
      append(window, to: &result)
      count += window.count
    }
    if let last = windows.last, last.upperBound < scalars.count {
      result.append(UInt8(ascii: " "))
      result += Self.ellipsis.utf8
    }
    text = String(decoding: result, as: UTF8.self)
  }

  private func string(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    append(range, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    for scalar in scalars[range] {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }
}
