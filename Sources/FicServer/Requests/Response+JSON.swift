import FicModel
import FicWire
import HTTPTypes
import Hummingbird

extension Response {
  /// An answer that is one JSON object.
  static func json(_ value: some JSONWritable, status: HTTPResponse.Status = .ok) -> Response {
    bytes(value.jsonBytes, type: WireVersion.json, status: status)
  }

  /// An answer that is a JSON object a line.
  static func lines(_ values: [some JSONWritable]) -> Response {
    bytes(lineBytes(values), type: WireVersion.jsonLines)
  }

  /// The bytes of JSON objects, one a line.
  static func lineBytes(_ values: [some JSONWritable]) -> [UInt8] {
    var writer = JSONWriter()
    for value in values { writer.line(value) }
    return writer.bytes
  }

  /// An answer that is an error.
  static func problem(_ problem: Problem) -> Response {
    bytes(problem.jsonBytes, type: WireVersion.problem, status: .init(code: problem.status))
  }

  /// An answer of some bytes.
  static func bytes(_ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok) -> Response {
    .bytes(ByteBuffer(bytes: bytes), type: type, status: status)
  }

  /// An answer of some bytes.
  static func bytes(
    _ bytes: ByteBuffer,
    type: String,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status,
      headers: [.contentType: type],
      body: ResponseBody(byteBuffer: bytes)
    )
  }
}

extension Request {
  /// Whether the client wants JSON Lines.
  var wantsLines: Bool {
    // Equality first: a search within a string costs as much as the rest of an answer from memory.
    headers[values: .accept].contains { value in
      value == WireVersion.jsonLines || value.contains(WireVersion.jsonLines)
    }
  }
}
