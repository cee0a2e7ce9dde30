import FicModel

/// Follows a reader through a decoded file and gives the places there in scalars and lines.
struct SourceCursor {
  private let decoded: DecodedText
  private var offset = 0
  private var scalar: Int
  private var line: Int

  /// Starts at the beginning of a file.
  init(_ decoded: DecodedText) {
    self.decoded = decoded
    scalar = decoded.offsetMap.sourceOffset(of: 0, in: decoded.text)
    line = decoded.offsetMap.sourceLine(of: 0, in: decoded.text)
  }

  /// The place of the byte at `target` of the decoded text.
  ///
  /// Complexity: linear in the distance to the last place where it lies shortly after it, else that
  /// of a look-up.
  mutating func place(at target: Int) -> (scalar: Int, line: Int) {
    let target = min(max(0, target), decoded.text.count)
    let next = decoded.offsetMap.checkpoint(before: target)
    if target < offset || next.text > offset {
      scalar = decoded.offsetMap.sourceOffset(of: target, in: decoded.text)
      line = decoded.offsetMap.sourceLine(of: target, in: decoded.text)
    } else {
      for byte in decoded.text[offset..<target] {
        if byte & 0xC0 != 0x80 { scalar += 1 }
        if byte == 0x0A { line += 1 }
      }
    }
    offset = target
    return (scalar, line)
  }
}
