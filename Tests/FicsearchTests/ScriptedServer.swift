import Foundation
import Glibc
import Synchronization

/// A Unix-socket server that reads one request and then plays a script, on a thread of its own.
final class ScriptedServer: Sendable {
  /// A step of the script.
  enum Step: Sendable {
    case send(String)
    case pause(milliseconds: UInt32)
    /// Keeps the connection open for so long without a word.
    case hang(milliseconds: UInt32)
    /// Closes the connection and plays on for the next one, once its request is there.
    case nextConnection
  }

  let path: String
  private let requestBytes = Mutex<[UInt8]>([])

  /// What the client sent.
  var request: String { requestBytes.withLock { String(decoding: $0, as: UTF8.self) } }

  /// Starts to listen; the script plays for the first connection, and for as many more as it says.
  init(_ steps: [Step]) {
    path = "/tmp/ficsearch-client-\(getpid())-\(UInt32.random(in: 0..<UInt32.max)).sock"
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { field in
      unsafe field.copyBytes(from: Array(path.utf8))
    }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    _ = unsafe withUnsafePointer(to: address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(listener, $0, size)
      }
    }
    listen(listener, 4)
    Thread.detachNewThread { [self] in
      var connection = acceptRequest(on: listener)
      for step in steps {
        switch step {
        case .send(let text):
          let bytes = Array(text.utf8)
          _ = unsafe bytes.withUnsafeBytes {
            unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
          }
        case .pause(let milliseconds), .hang(let milliseconds): usleep(milliseconds * 1000)
        case .nextConnection:
          close(connection)
          connection = acceptRequest(on: listener)
        }
      }
      close(listener)
      close(connection)
    }
  }

  /// Waits for a connection and reads its request.
  private func acceptRequest(on listener: Int32) -> Int32 {
    let connection = accept(listener, nil, nil)
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe chunk.withUnsafeMutableBytes {
      unsafe recv(connection, $0.baseAddress, $0.count, 0)
    }
    requestBytes.withLock { $0 = Array(chunk.prefix(max(0, count))) }
    return connection
  }

  deinit { unsafe unlink(path) }
}
