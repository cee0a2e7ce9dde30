import FicModel
import NIOCore

/// An answer as it went out, to be given again.
struct KeptAnswer: Hashable, Sendable {
  private static let key = Array(#""elapsedMilliseconds":"#.utf8)

  /// Its length on the wire.
  var count: Int { bytes.count }

  private let bytes: [UInt8]

  /// Where it says how long it took; empty where it does not.
  private let elapsed: Range<Int>

  /// Keeps the bytes of an answer.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A quotation mark within a string is escaped, so this is the key; a text may hold its letters.
    let places = (0...max(0, bytes.count - Self.key.count)).reversed()
    let place = places.first { bytes[$0...].starts(with: Self.key) }
    let start = place.map { $0 + Self.key.count } ?? bytes.count
    let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: ",") }
    elapsed = start..<(end ?? bytes.count)
  }

  /// The bytes, with another time.
  func taking(_ duration: Duration) -> ByteBuffer {
    var buffer = ByteBuffer()
    buffer.reserveCapacity(bytes.count + 16)
    buffer.writeBytes(bytes[..<elapsed.lowerBound])
    if !elapsed.isEmpty {
      buffer.writeString("\((duration / .microseconds(1)).rounded() / 1000)")
    }
    buffer.writeBytes(bytes[elapsed.upperBound...])
    return buffer
  }
}
