import FicModel
import FicParsing

/// Copies UTF-8 into a text, line ends folded, and maps the way back.
struct UTF8Normalizer {
  /// The text so far.
  private(set) var text: [UInt8] = []

  /// Leads from the text to the source.
  private(set) var offsetMap = OffsetMap()

  /// How many malformed sequences became U+FFFD.
  private(set) var malformed = 0

  /// How many well-formed sequences of several bytes there are.
  private(set) var multibyte = 0

  /// Whether a character of U+00C0 to U+00FF is among them.
  private(set) var hasLatinLetters = false

  /// Whether `《` is among them.
  private(set) var hasDoubleAngles = false

  /// How many NULs were dropped.
  private(set) var nuls = 0

  /// The text offsets of the first malformed sequence and of the first NUL.
  private(set) var firstMalformed: Int?
  private(set) var firstNul: Int?

  private var scalars = 0
  private var line = 1
  private var continuation = 0

  /// Reads all of `source` from byte `start`, which is scalar `firstScalar` of the decoded source.
  ///
  /// Complexity: linear in the number of bytes.
  init(_ source: [UInt8], from start: Int = 0, firstScalar: Int = 0) {
    scalars = firstScalar
    text.reserveCapacity(source.count - min(start, source.count))
    mark()
    var run = start
    var index = start
    while index < source.count {
      let byte = source[index]
      if byte >= 0x20 && byte < 0x80 {
        index += 1
      } else if byte >= 0x80 {
        readMultibyte(source, at: &index, run: &run)
      } else if byte == 0x0D || byte == 0 {
        flush(source, run..<index)
        dropOrFold(source, at: &index)
        run = index
      } else {
        if byte == 0x0A { line += 1 }
        index += 1
      }
      if index - run >= OffsetMap.stride {
        flush(source, run..<index)
        mark()
        run = index
      }
    }
    flush(source, run..<min(index, source.count))
  }

  private mutating func readMultibyte(_ source: [UInt8], at index: inout Int, run: inout Int) {
    let (length, isValid) = Self.sequenceLength(at: index, in: source)
    if isValid {
      multibyte += 1
      if source[index] == 0xC3 { hasLatinLetters = true }
      if source[index] == 0xE3, source[index + 1] == 0x80, source[index + 2] == 0x8A {
        hasDoubleAngles = true
      }
      continuation += length - 1
      index += length
      return
    }
    flush(source, run..<index)
    if firstMalformed == nil { firstMalformed = text.count }
    malformed += 1
    text += [0xEF, 0xBF, 0xBD]
    scalars += 1
    index += length
    run = index
  }

  /// Drops a NUL or the CR of a CR LF; makes a lone CR a line feed.
  private mutating func dropOrFold(_ source: [UInt8], at index: inout Int) {
    if source[index] == 0 {
      if firstNul == nil { firstNul = text.count }
      nuls += 1
      scalars += 1
      mark()
    } else if index + 1 < source.count, source[index + 1] == 0x0A {
      scalars += 1
      mark()
    } else {
      text.append(0x0A)
      scalars += 1
      line += 1
    }
    index += 1
  }

  private mutating func flush(_ source: [UInt8], _ run: Range<Int>) {
    guard !run.isEmpty else { return }
    text += source[run]
    scalars += run.count - continuation
    continuation = 0
  }

  private mutating func mark() {
    offsetMap.append(OffsetMap.Checkpoint(text: text.count, source: scalars, line: line))
  }

  /// The length of the sequence at `index` and whether it is well formed.
  ///
  /// The length of a malformed one is that of the part that could begin a sequence, at least one:
  /// the Unicode Standard's "maximal subpart" (chapter 3.9), which is what most decoders replace.
  static func sequenceLength(at index: Int, in source: [UInt8]) -> (length: Int, isValid: Bool) {
    let lead = source[index]
    let needed: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: needed = 1
    case 0xE0...0xEF:
      needed = 2
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      needed = 3
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return (1, false)
    }
    for offset in 1...needed {
      guard index + offset < source.count else { return (offset, false) }
      let byte = source[index + offset]
      guard byte >= low && byte <= high else { return (offset, false) }
      low = 0x80
      high = 0xBF
    }
    return (needed + 1, true)
  }
}
