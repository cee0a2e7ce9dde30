import Glibc

/// The lines that come over a descriptor, with bounded memory.
struct InputLines {
  /// A line without its end.
  enum Line: Equatable {
    case whole([UInt8])
    /// It has more bytes than a line may have, and was passed over.
    case tooLong
  }

  private static let newline = UInt8(ascii: "\n")

  private let descriptor: Int32
  private let most: Int
  private var pending: ArraySlice<UInt8> = []

  /// Reads a descriptor; a line may have `most` bytes.
  init(of descriptor: Int32, most: Int) {
    self.descriptor = descriptor
    self.most = most
  }

  /// The next line, once it is there; nil at the end.
  mutating func next() -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    var hasBegun = false
    while !pending.isEmpty || read() {
      hasBegun = true
      let end = pending.firstIndex(of: Self.newline)
      let piece = pending[..<(end ?? pending.endIndex)]
      isTooLong = isTooLong || line.count + piece.count > most
      if isTooLong { line = [] } else { line += piece }
      pending = pending[(end.map { $0 + 1 } ?? pending.endIndex)...]
      if end != nil { break }
    }
    if !hasBegun { return nil }
    return isTooLong ? .tooLong : .whole(line)
  }

  /// Waits for more; false at the end, and where nothing can be read.
  private mutating func read() -> Bool {
    pending = unsafe [UInt8](unsafeUninitializedCapacity: 64 << 10) { chunk, count in
      repeat {
        count = unsafe Glibc.read(descriptor, chunk.baseAddress, chunk.count)
      } while count < 0 && errno == EINTR
      count = max(0, count)
    }[...]
    return !pending.isEmpty
  }
}
