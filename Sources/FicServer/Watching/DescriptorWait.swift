import Glibc

/// Waits for descriptors.
enum DescriptorWait {
  /// Waits until one of the descriptors is readable, or the time has come; nil for never.
  static func wait(for descriptors: [CInt], until end: ContinuousClock.Instant?) {
    var milliseconds: CInt = -1
    if let end {
      // Rounded up, so that what is due then is due when `poll` returns.
      let left = max(.zero, ContinuousClock.now.duration(to: end)).components
      let whole = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1
      milliseconds = CInt(clamping: whole)
    }
    // `struct pollfd` of poll(2): the descriptor, then the events asked for and those that came,
    // two bytes each. Its fields have no name here where another module's headers declare it first.
    var polled = descriptors.flatMap { [$0, CInt(POLLIN)] }
    unsafe polled.withUnsafeMutableBytes { bytes in
      let pointer = unsafe bytes.baseAddress?.assumingMemoryBound(to: pollfd.self)
      guard let pointer = unsafe pointer else { return }
      _ = unsafe poll(pointer, nfds_t(descriptors.count), milliseconds)
    }
  }
}
