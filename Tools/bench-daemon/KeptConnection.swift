import Glibc

/// A blocking connection to a daemon that is kept from one request to the next.
///
/// It reads as much of HTTP/1.1 as the daemon writes: an answer has its length in its head.
struct KeptConnection: ~Copyable {
  /// Why a measurement cannot go on.
  struct Failure: Error, CustomStringConvertible {
    /// What happened, with the system's word for it.
    var description: String
  }

  private static let headEnd = Array("\r\n\r\n".utf8)
  private static let lengthKey = Array("content-length:".utf8)

  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// Connects.
  init(_ path: String) throws {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
      throw Failure(description: "the socket's path is too long: \(path)")
    }
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { field in
      unsafe field.copyBytes(from: bytes)
    }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let status = unsafe withUnsafePointer(to: address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe connect(descriptor, pointer, size)
      }
    }
    guard status == 0 else {
      close(descriptor)
      throw Failure(description: "nobody answers on \(path)")
    }
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Sends a request and takes its answer to the last byte.
  ///
  /// Returns the number of bytes of the answer's body.
  ///
  /// Throws: `Failure`, also for an answer that is an error.
  mutating func ask(_ request: [UInt8]) throws -> Int {
    let sent = unsafe request.withUnsafeBytes { bytes in
      unsafe send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    }
    guard sent == request.count else { throw Failure(description: "cannot send (\(errno))") }
    var count = 0
    var head: (end: Int, length: Int)?
    while head == nil || count < buffer.count {
      count += try receive(at: count)
      if head == nil { head = try Self.head(of: buffer[..<count]) }
      if let head, count >= head.end + head.length { return head.length }
      if count == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
    }
    throw Failure(description: "an answer without end")
  }

  private mutating func receive(at place: Int) throws -> Int {
    let received = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe recv(descriptor, bytes.baseAddress.map { unsafe $0 + place }, bytes.count - place, 0)
    }
    guard received > 0 else { throw Failure(description: "the answer broke off (\(errno))") }
    return received
  }

  /// Where the head ends and how long the body is; nil for a head that is not whole.
  private static func head(of bytes: ArraySlice<UInt8>) throws -> (end: Int, length: Int)? {
    guard let end = place(of: headEnd, in: bytes) else { return nil }
    guard bytes.starts(with: Array("HTTP/1.1 200".utf8)) else {
      throw Failure(description: String(decoding: bytes, as: UTF8.self))
    }
    guard let key = place(of: lengthKey, in: bytes[..<end]) else {
      throw Failure(description: "an answer without its length")
    }
    let digits = bytes[(key + lengthKey.count)...].drop { $0 == UInt8(ascii: " ") }
      .prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return (end + headEnd.count, digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
  }

  /// Where `part`, in lower case, begins in `bytes`; nil where it does not occur.
  private static func place(of part: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= part.count else { return nil }
    return (0...bytes.count - part.count).first { start in
      part.indices.allSatisfy { index in
        let byte = bytes[start + index]
        return (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == part[index]
      }
    }
  }
}
