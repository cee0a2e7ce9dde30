import FicWire

/// A request to the daemon.
struct DaemonRequest {
  /// How often a question is sent when the connection ends before an answer begins.
  ///
  /// A daemon that ends has accepted connections that it will not read. A question changes nothing,
  /// so it may be sent again (RFC 9110, 9.2.2); its successor takes it.
  private static let attempts = 4

  /// How long to wait for the next bytes of an answer, in milliseconds.
  static let patience = 60_000

  /// The method.
  var method = "GET"

  /// The path, and what stands behind it, percent-encoded.
  var target: String

  /// What stands in the body.
  var body = QueryItems()

  /// A message that stands in the body instead, and only asks.
  var message: [UInt8] = []

  /// Sends the request and hands on the body of the answer as it comes.
  ///
  /// - Parameters:
  ///   - socket: The daemon's.
  ///   - patience: How long to wait for the next bytes, in milliseconds.
  ///   - take: Gets each piece of the body, with the head.
  /// - Returns: The answer's head and trailers.
  /// - Throws: `ClientError`.
  func send(
    to socket: String,
    patience: Int = Self.patience,
    take: (HTTPResponse, ArraySlice<UInt8>) -> Void
  ) throws(ClientError) -> HTTPResponse {
    var attemptsLeft = method == "GET" || !message.isEmpty ? Self.attempts : 1
    while true {
      var response = HTTPResponse()
      do throws(ClientError) {
        try exchange(with: socket, patience, &response, take)
        return response
      } catch {
        attemptsLeft -= 1
        guard case .connectionLost = error, attemptsLeft > 0, !response.hasHead else { throw error }
      }
    }
  }

  private func exchange(
    with socket: String,
    _ patience: Int,
    _ response: inout HTTPResponse,
    _ take: (HTTPResponse, ArraySlice<UInt8>) -> Void
  ) throws(ClientError) {
    let connection = try UnixSocketConnection(path: socket)
    try connection.write(bytes)
    var bytes: [UInt8] = []
    while !response.isWhole {
      bytes.removeAll(keepingCapacity: true)
      guard try connection.read(into: &bytes, milliseconds: patience) else {
        response.finish()
        if response.isWhole { return }
        throw .connectionLost(socket: socket, code: 0)
      }
      do throws(HTTPResponse.Malformed) {
        let body = try response.take(bytes)
        if !body.isEmpty { take(response, body) }
      } catch {
        throw .notUnderstood(socket: socket, cause: "no HTTP/1.1")
      }
    }
  }

  /// The request as it goes over the wire (RFC 9112, 3 and 5).
  ///
  /// Bytes that may not stand in a target, so that none can end the line, are percent-encoded.
  private var bytes: [UInt8] {
    var head = Array(method.utf8) + [0x20]
    for byte in target.utf8 {
      if (0x21...0x7E).contains(byte) {
        head.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        head += Array((digits.utf8.count == 1 ? "%0" : "%").utf8) + Array(digits.utf8)
      }
    }
    var fields = " HTTP/1.1\r\nHost: ficsearch\r\nConnection: close\r\n"
    let body = message.isEmpty ? Array(body.encoded.utf8) : message
    if !body.isEmpty {
      let type = message.isEmpty ? QueryItems.formType : WireVersion.json
      fields += "Content-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
    }
    return head + Array((fields + "\r\n").utf8) + body
  }
}
