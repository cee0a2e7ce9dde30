import FicParsing

/// The text of a file, in lines, without what printing has put into its words.
struct LinedText {
  /// The text.
  private(set) var decoded: DecodedText

  /// Its lines.
  private(set) var lines: [TextLine]

  /// Where lines begin that are no story: numbers of printed pages, readings of characters;
  /// ascending.
  private var boilerplate: [Int] = []

  /// Takes the text of a page of markup, in which only hyphens at the ends of lines are of the
  /// printer's.
  ///
  /// Complexity: linear in the number of bytes.
  init(_ decoded: DecodedText) {
    self.decoded = decoded
    lines = TextLine.lines(of: decoded.text)
    mend(HyphenRepair.repairs(in: decoded.text, lines: lines))
  }

  /// Decodes the bytes of a file without markup.
  ///
  /// Complexity: linear in their number.
  init(plain bytes: [UInt8]) {
    decoded = CharsetDecoder().decode(bytes)
    lines = TextLine.lines(of: decoded.text)
    let pages = PrintedPages(decoded.text, lines: lines)
    boilerplate = pages.numbers
    mend(pages.repairs)
    if decoded.mayHaveReadings {
      let readings = CharacterReadings(decoded.text)
      mend(readings.repairs)
      // They stand on the last line.
      if !readings.repairs.isEmpty, let last = lines.last { boilerplate.append(last.start) }
    }
    mend(HyphenRepair.repairs(in: decoded.text, lines: lines))
  }

  /// The indices of the lines that are no story.
  var boilerplateLines: Set<Int> {
    guard !boilerplate.isEmpty else { return [] }
    let starts = Set(boilerplate)
    return Set(lines.indices.filter { starts.contains(lines[$0].start) })
  }

  private mutating func mend(_ repairs: [TextRepair]) {
    guard !repairs.isEmpty else { return }
    decoded = decoded.replacing(repairs)
    lines = TextLine.lines(of: decoded.text)
    var rest = repairs[...]
    var shift = 0
    for index in boilerplate.indices {
      while let repair = rest.first, repair.range.lowerBound < boilerplate[index] {
        shift += repair.bytes.count - repair.range.count
        rest.removeFirst()
      }
      boilerplate[index] += shift
    }
  }
}
