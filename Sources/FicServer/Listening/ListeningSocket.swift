import CSystemd
import Glibc
import NIOCore
import NIOPosix

/// Where the daemon listens.
package enum ListeningSocket: Hashable, Sendable {
  /// A Unix socket that the service manager made, and keeps.
  case inherited(descriptor: CInt)
  /// A Unix socket of our own, with mode 0660.
  case path(String)

  /// The socket that the service manager handed over, nil where it did not.
  ///
  /// Throws: `SocketError` where it handed over several, or something else.
  package static func inherited() throws(SocketError) -> ListeningSocket? {
    // sd_listen_fds(3): descriptors start at 3; 1 unsets the variables for the worker's sake.
    let count = sd_listen_fds(1)
    if count == 0 { return nil }
    let first: CInt = 3
    // SOCK_STREAM of socket(2), whose name is lost where another module's headers declare it first.
    let stream: CInt = 1
    guard count == 1, sd_is_socket_unix(first, stream, 1, nil, 0) > 0 else {
      throw SocketError(operation: .inherit, path: nil)
    }
    return .inherited(descriptor: first)
  }

  /// Where it is in the file system; empty where it has no name there.
  var address: String {
    switch self {
    case .inherited(let descriptor): Self.name(of: descriptor)
    case .path(let path): path
    }
  }

  /// Makes room for a socket of our own: its folder is made where it is missing, a stale socket is
  /// removed.
  ///
  /// One where somebody answers, or what is no socket, is left alone.
  ///
  /// Throws: `SocketError`.
  func prepare(_ group: any EventLoopGroup) async throws(SocketError) {
    guard case .path(let path) = self else { return }
    try Self.makeFolder(of: path)
    guard let status = FileStatus(at: path) else { return }
    guard status.isSocket else { throw SocketError(operation: .replace, path: path) }
    if await Self.answers(path, group) { throw SocketError(operation: .takeOver, path: path) }
    guard unsafe unlink(path) == 0 || errno == ENOENT else {
      throw SocketError(operation: .listen, path: path, errorNumber: errno)
    }
  }

  /// Gives a socket of our own its mode.
  ///
  /// Until then only the daemon's user can connect, thanks to its umask.
  ///
  /// Throws: `SocketError`.
  func open() throws(SocketError) {
    guard case .path(let path) = self, unsafe chmod(path, 0o660) != 0 else { return }
    throw SocketError(operation: .setMode, path: path, errorNumber: errno)
  }

  private static func name(of descriptor: CInt) -> String {
    var address = sockaddr_un()
    var size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe getsockname(descriptor, pointer, &size)
      }
    }
    guard status == 0 else { return "" }
    return unsafe withUnsafeBytes(of: address.sun_path) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// Makes the folder, one level: `/run/user/…/ficsearch` is gone after a restart of the machine.
  private static func makeFolder(of path: String) throws(SocketError) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    guard FileStatus(at: folder) == nil, unsafe mkdir(folder, 0o750) != 0, errno != EEXIST else {
      return
    }
    throw SocketError(operation: .makeFolder, path: path, errorNumber: errno)
  }

  /// Whether somebody listens there.
  ///
  /// In doubt somebody does: a full queue, or no right to connect.
  private static func answers(_ path: String, _ group: any EventLoopGroup) async -> Bool {
    do {
      let channel = try await ClientBootstrap(group: group).connectTimeout(.seconds(2))
        .connect(unixDomainSocketPath: path).get()
      try? await channel.close()
      return true
    } catch let error as IOError {
      return error.errnoCode != ECONNREFUSED && error.errnoCode != ENOENT
    } catch {
      return true
    }
  }
}
