/// Cuts a stream of bytes into lines, however its pieces were cut.
struct LineSplitter {
  /// The greatest length of a line, in bytes; the daemon's own lines stay far below.
  static let maximumLine = 64 << 20

  private var pending: [UInt8] = []

  /// Takes bytes and hands each line that they complete, without its line end, to `body`.
  ///
  /// Empty lines are left out. Returns false if a line is too long.
  mutating func append(
    _ bytes: some Collection<UInt8>,
    _ body: ([UInt8]) throws -> Void
  ) rethrows -> Bool {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      pending += rest[..<end]
      rest = rest[rest.index(after: end)...]
      if !pending.isEmpty {
        let line = pending
        pending.removeAll(keepingCapacity: true)
        try body(line)
      }
    }
    pending += rest
    return pending.count <= Self.maximumLine
  }

  /// Hands out what stands after the last line end.
  mutating func finish(_ body: ([UInt8]) throws -> Void) rethrows {
    guard !pending.isEmpty else { return }
    let line = pending
    pending = []
    try body(line)
  }
}
