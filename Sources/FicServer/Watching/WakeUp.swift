import SystemPackage

/// Wakes a thread that waits in `poll`: a pipe to itself.
struct WakeUp: ~Copyable, Sendable {
  /// The descriptor to poll; -1 where the system gave none, which polls as never ready.
  var descriptor: CInt { reader.rawValue }

  private let reader: FileDescriptor
  private let writer: FileDescriptor

  /// Makes the pipe.
  init() {
    let ends = try? FileDescriptor.pipe(options: [.closeOnExec, .nonBlocking])
    reader = ends?.readEnd ?? FileDescriptor(rawValue: -1)
    writer = ends?.writeEnd ?? FileDescriptor(rawValue: -1)
  }

  deinit {
    try? reader.close()
    try? writer.close()
  }

  /// Wakes the thread.
  ///
  /// May be called from anywhere. A full pipe wakes it as well.
  func signal() {
    _ = try? writer.writeAll([0])
  }

  /// Takes the wake-ups that have come.
  func clear() {
    var buffer = [UInt8](repeating: 0, count: 256)
    while let count = unsafe try? buffer.withUnsafeMutableBytes({ try unsafe reader.read(into: $0) }
    ),
      count > 0
    {}
  }
}
