import NIOCore
import NIOEmbedded
import NIOHTTP1

/// Turns the bytes of one HTTP/1.1 exchange into the response's head and body.
///
/// The codec is NIO's; it runs in an embedded channel, so that a short-lived client needs neither
/// an event loop nor a thread.
struct ResponseDecoder: ~Copyable {
  private let channel: EmbeddedChannel

  /// Prepares to read the response to a request; the decoder must know of that to read it rightly.
  init(for request: HTTPRequestHead) throws {
    channel = EmbeddedChannel()
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(ByteToMessageHandler(HTTPResponseDecoder()))
    try channel.writeOutbound(HTTPClientRequestPart.head(request))
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
