import NIOCore
import NIOEmbedded
import NIOHTTP1

/// Turns the bytes of one HTTP/1.1 exchange into the response's head and body.
///
/// The codec is NIO's; it runs in an embedded channel, so that a short-lived client needs neither an
/// event loop nor a thread.
struct ResponseDecoder: ~Copyable {
  private let channel: EmbeddedChannel

  init() throws {
    channel = EmbeddedChannel()
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(HTTPRequestEncoder())
    try pipeline.addHandler(ByteToMessageHandler(HTTPResponseDecoder()))
  }

  /// The bytes of a request; the decoder must know of it to read the response rightly.
  func encode(_ request: HTTPRequestHead, body: [UInt8]) throws -> [UInt8] {
    try channel.writeOutbound(HTTPClientRequestPart.head(request))
    if !body.isEmpty {
      try channel.writeOutbound(
        HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(bytes: body)))
      )
    }
    try channel.writeOutbound(HTTPClientRequestPart.end(nil))
    var bytes: [UInt8] = []
    while let part = try channel.readOutbound(as: IOData.self) {
      if case .byteBuffer(let buffer) = part { bytes += Array(buffer.readableBytesView) }
    }
    return bytes
  }

  /// Takes bytes and gives the parts that they complete.
  func decode(_ bytes: [UInt8]) throws -> [HTTPClientResponsePart] {
    try channel.writeInbound(ByteBuffer(bytes: bytes))
    var parts: [HTTPClientResponsePart] = []
    while let part = try channel.readInbound(as: HTTPClientResponsePart.self) {
      parts.append(part)
    }
    return parts
  }

  deinit {
    _ = try? channel.finish(acceptAlreadyClosed: true)
  }
}
