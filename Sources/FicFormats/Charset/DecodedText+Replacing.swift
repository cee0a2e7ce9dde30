import FicModel
import FicParsing

extension DecodedText {
  /// The text with repairs, which are ascending and disjoint; its map leads to the same source.
  ///
  /// Complexity: linear in the number of bytes.
  func replacing(_ findings: [TextRepair]) -> DecodedText {
    var cursor = SourceCursor(self)
    var text: [UInt8] = []
    text.reserveCapacity(self.text.count)
    var map = OffsetMap()
    var old = offsetMap.checkpoints[...]
    var start = 0
    for finding in findings {
      while let checkpoint = old.first, checkpoint.text < finding.range.upperBound {
        if checkpoint.text <= finding.range.lowerBound {
          map.append(Self.moved(checkpoint, by: text.count - start))
        }
        old.removeFirst()
      }
      text += self.text[start..<finding.range.lowerBound]
      text += finding.bytes
      start = finding.range.upperBound
      let place = cursor.place(at: start)
      map.append(OffsetMap.Checkpoint(text: text.count, source: place.scalar, line: place.line))
    }
    for checkpoint in old { map.append(Self.moved(checkpoint, by: text.count - start)) }
    text += self.text[start...]
    var result = self
    result.text = text
    result.offsetMap = map
    for index in result.diagnostics.indices {
      let span = result.diagnostics[index].span
      let start = min(text.count, Self.place(of: span.start, after: findings))
      result.diagnostics[index].span = TextSpan(start, min(text.count, start + span.count))
    }
    return result
  }

  /// Where a byte of the text stands once the findings are replaced.
  private static func place(of offset: Int, after findings: [TextRepair]) -> Int {
    var shorter = 0
    for finding in findings {
      if finding.range.lowerBound >= offset { break }
      if finding.range.upperBound > offset { return finding.range.lowerBound - shorter }
      shorter += finding.range.count - finding.bytes.count
    }
    return offset - shorter
  }

  private static func moved(
    _ checkpoint: OffsetMap.Checkpoint,
    by distance: Int
  ) -> OffsetMap.Checkpoint {
    var checkpoint = checkpoint
    checkpoint.text += distance
    return checkpoint
  }
}
