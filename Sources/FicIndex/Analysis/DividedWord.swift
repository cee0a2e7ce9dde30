/// A word that is divided at the end of a line by a mark that is no part of it: a soft hyphen, or
/// the `¬` of typesetters.
enum DividedWord {
  /// Where the rest of the word begins that the mark at `offset`, U+00AD or U+00AC, divides; nil
  /// where no line ends behind the mark.
  ///
  /// Behind `¬` a space does as well, since lines may have been joined.
  static func rest(after offset: Int, in text: borrowing Span<UInt8>) -> Int? {
    let isNot = text[offset + 1] == 0xAC
    var end = offset + 2
    var lines = 0
    while end < text.count, text[end] == 0x20 || text[end] == 0x09 || text[end] == 0x0A {
      lines += text[end] == 0x0A ? 1 : 0
      end += 1
    }
    guard end < text.count, lines == 1 || isNot && lines == 0 else { return nil }
    return end
  }
}
