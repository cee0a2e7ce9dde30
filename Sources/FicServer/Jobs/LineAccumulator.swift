/// Cuts a stream of bytes into lines, with bounded memory: a longer line is dropped and counted.
struct LineAccumulator {
  /// A progress or problem record is far below that.
  static let maximumLine = 256 * 1024

  /// How many lines were dropped for their length.
  private(set) var dropped = 0

  private var pending: [UInt8] = []
  private var isDropping = false

  /// Adds bytes and returns the lines that they complete, without their line ends.
  mutating func append(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        if !isDropping { lines.append(pending) }
        pending.removeAll(keepingCapacity: true)
        isDropping = false
      } else if !isDropping {
        pending.append(byte)
        if pending.count > Self.maximumLine {
          dropped += 1
          isDropping = true
          pending.removeAll()
        }
      }
    }
    return lines
  }

  /// The last line, where it has no end; nil where nothing is left.
  mutating func finish() -> [UInt8]? {
    defer { pending.removeAll() }
    return pending.isEmpty || isDropping ? nil : pending
  }
}
