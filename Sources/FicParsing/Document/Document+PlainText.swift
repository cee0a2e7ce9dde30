package import FicModel

extension Document {
  /// Reads decoded plain text without metadata: its blocks and a map of its lines.
  ///
  /// `text` is UTF-8 with LF line ends; bytes that are no UTF-8 are kept and never harm.
  package init(plainText text: [UInt8]) {
    self.init(
      text: text,
      blocks: BlockScanner().blocks(of: text),
      offsetMap: OffsetMap(plainText: text)
    )
  }
}

extension OffsetMap {
  /// The map of a text that is its own source.
  ///
  /// Complexity: linear in the number of bytes.
  package init(plainText text: [UInt8]) {
    self.init()
    var scalars = 0
    var line = 1
    for (index, byte) in text.enumerated() {
      if index % OffsetMap.stride == 0 {
        append(Checkpoint(text: index, source: scalars, line: line))
      }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == 0x0A { line += 1 }
    }
  }
}
