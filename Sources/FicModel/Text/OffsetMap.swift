/// Leads from byte offsets of decoded text back to Unicode-scalar offsets and lines of its source.
///
/// The text differs from the decoded source where a reader dropped or folded something (a byte
/// order mark, the CR of a CR LF). The map holds a checkpoint at each such place and one at least
/// every `stride` bytes, so that a look-up counts the scalars of a short run only.
public struct OffsetMap: Hashable, Sendable {
  /// A place from which text and source run in step, scalar by scalar.
  public struct Checkpoint: Hashable, Sendable {
    /// A UTF-8 byte offset in the text.
    public var text: Int

    /// The Unicode-scalar offset in the decoded source that stands for it.
    public var source: Int

    /// The 1-based line of the source.
    public var line: Int

    /// Creates a checkpoint.
    public init(text: Int, source: Int, line: Int) {
      self.text = text
      self.source = source
      self.line = line
    }
  }

  /// The greatest distance, in bytes, between two checkpoints of a map made by `append`.
  public static let stride = 4096

  /// The checkpoints, ascending by `text`; the first is at 0 unless the map is empty.
  public private(set) var checkpoints: [Checkpoint]

  /// Creates a map from checkpoints in ascending order of `text`.
  public init(checkpoints: [Checkpoint] = []) {
    self.checkpoints = checkpoints
  }

  /// Adds a checkpoint.
  ///
  /// One that does not lie after the last replaces it.
  public mutating func append(_ checkpoint: Checkpoint) {
    while let last = checkpoints.last, last.text >= checkpoint.text { checkpoints.removeLast() }
    checkpoints.append(checkpoint)
  }

  /// The last checkpoint at or before `offset`.
  ///
  /// Complexity: O(log n).
  public func checkpoint(before offset: Int) -> Checkpoint {
    let low = firstIndex(after: offset)
    return low == 0 ? Checkpoint(text: 0, source: 0, line: 1) : checkpoints[low - 1]
  }

  /// The Unicode-scalar offset in the decoded source of the byte at `offset` of `text`.
  ///
  /// Complexity: O(log n) and the distance to the checkpoint before.
  public func sourceOffset(of offset: Int, in text: [UInt8]) -> Int {
    let checkpoint = checkpoint(before: offset)
    var scalars = 0
    for index in checkpoint.text..<max(checkpoint.text, min(offset, text.count))
    where text[index] & 0xC0 != 0x80 {
      scalars += 1
    }
    return checkpoint.source + scalars
  }

  /// The 1-based line in the source of the byte at `offset` of `text`.
  ///
  /// Complexity: O(log n) and the distance to the checkpoint before.
  public func sourceLine(of offset: Int, in text: [UInt8]) -> Int {
    let checkpoint = checkpoint(before: offset)
    var lines = 0
    for index in checkpoint.text..<max(checkpoint.text, min(offset, text.count))
    where text[index] == UInt8(ascii: "\n") {
      lines += 1
    }
    return checkpoint.line + lines
  }

  /// The map of the part of `text` in `span`, with text offsets counted from `span.start`.
  ///
  /// Complexity: O(log n) and the number of checkpoints in the part.
  public func slice(_ span: TextSpan, of text: [UInt8]) -> OffsetMap {
    var result = OffsetMap()
    result.append(
      Checkpoint(
        text: 0,
        source: sourceOffset(of: span.start, in: text),
        line: sourceLine(of: span.start, in: text)
      )
    )
    for checkpoint in checkpoints[firstIndex(after: span.start)...] {
      guard checkpoint.text < span.end else { break }
      result.append(
        Checkpoint(
          text: checkpoint.text - span.start,
          source: checkpoint.source,
          line: checkpoint.line
        )
      )
    }
    return result
  }

  /// The index of the first checkpoint that lies after `offset`.
  private func firstIndex(after offset: Int) -> Int {
    checkpoints.partitionPoint { $0.text > offset }
  }
}
