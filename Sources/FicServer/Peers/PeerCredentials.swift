import Glibc

/// Who is on the other side of a Unix socket, as the kernel knows it since the peer connected.
package struct PeerCredentials: Hashable, Sendable {
  /// The user.
  package var user: UInt32

  /// The groups: the primary one and the supplementary ones.
  package var groups: [UInt32]

  /// The process, 0 where it is not visible from here.
  package var process: Int32

  /// Creates credentials.
  package init(user: UInt32, groups: [UInt32], process: Int32 = 0) {
    self.user = user
    self.groups = groups
    self.process = process
  }

  /// Asks the kernel about the peer of a connected socket.
  ///
  /// Throws: `SocketError` where the socket is none, or not connected.
  package init(ofPeerOn descriptor: CInt) throws(SocketError) {
    // `struct ucred` of unix(7), which Glibc's module hides: process, user, group, four bytes each.
    let credentials = try Self.option(SO_PEERCRED, of: descriptor, count: 3)
    guard credentials.count == 3 else {
      throw SocketError(operation: .readPeer, path: nil, errorNumber: EINVAL)
    }
    let supplementary = try Self.option(Self.peerGroups, of: descriptor, count: 64)
    self.init(
      user: credentials[1],
      groups: [credentials[2]] + supplementary,
      process: Int32(bitPattern: credentials[0])
    )
  }

  /// `SO_PEERGROUPS` of socket(7), Linux 4.13; the same number on every architecture that Swift
  /// has.
  private static let peerGroups: CInt = 59

  /// Reads a socket option that is a list of 32-bit numbers.
  private static func option(
    _ name: CInt,
    of descriptor: CInt,
    count: Int
  )
    throws(SocketError) -> [UInt32]
  {
    var values = [UInt32](repeating: 0, count: count)
    var length = socklen_t(count * MemoryLayout<UInt32>.size)
    let status = unsafe values.withUnsafeMutableBytes { buffer in
      unsafe getsockopt(descriptor, SOL_SOCKET, name, buffer.baseAddress, &length)
    }
    let found = Int(length) / MemoryLayout<UInt32>.size
    if status == 0 { return Array(values.prefix(found)) }
    // The kernel says how many there are where the room does not do (NGROUPS_MAX is 65,536).
    guard errno == ERANGE, found > count, found <= 65_536 else {
      throw SocketError(operation: .readPeer, path: nil, errorNumber: errno)
    }
    return try option(name, of: descriptor, count: found)
  }
}
