import FicParsing

/// The underscores that stand for italics in rendered text, as FanFicFare's TXT has them: `_Run!_`.
///
/// Italics that begin or end inside a word, or hold no word, have none: a word stays whole.
enum EmphasisMarks {
  /// An underscore before the byte at `offset`.
  struct Mark {
    var offset: Int
    var isClosing: Bool
  }
}

extension [EmphasisMarks.Mark] {
  /// The marks for the parts of `range` in italics, ascending.
  init(emphasis: some Sequence<Range<Int>>, in range: Range<Int>, of bytes: [UInt8]) {
    self = []
    for part in emphasis {
      let visible = WhiteSpace.trim(part.clamped(to: range), in: bytes)
      guard !visible.isEmpty, bytes[visible].contains(where: Self.isWordByte),
        !bytes[visible].contains(UInt8(ascii: "_")),
        visible.lowerBound == range.lowerBound || !Self.isWordByte(bytes[visible.lowerBound - 1]),
        visible.upperBound == range.upperBound || !Self.isWordByte(bytes[visible.upperBound])
      else { continue }
      append(EmphasisMarks.Mark(offset: visible.lowerBound, isClosing: false))
      append(EmphasisMarks.Mark(offset: visible.upperBound, isClosing: true))
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A || byte >= 0x30 && byte <= 0x39
      || byte >= 0xC3 && byte < 0xE2
  }
}
