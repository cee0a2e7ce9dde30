import FicParsing

/// The text of a file, in lines, without what printing has put into its words.
struct LinedText {
  /// The text.
  let decoded: DecodedText

  /// Its lines.
  let lines: [TextLine]

  /// Decodes the bytes of a file, which may declare a charset.
  ///
  /// Complexity: linear in their number.
  init(_ bytes: [UInt8], declared: @autoclosure () -> String? = nil) {
    let decoded = CharsetDecoder().decode(bytes, declared: declared())
    let lines = TextLine.lines(of: decoded.text)
    let repairs = HyphenRepair.repairs(in: decoded.text, lines: lines)
    self.decoded = repairs.isEmpty ? decoded : decoded.replacing(repairs)
    self.lines = repairs.isEmpty ? lines : TextLine.lines(of: self.decoded.text)
  }
}
