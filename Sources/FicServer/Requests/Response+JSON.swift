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
    var bytes: [UInt8] = []
    for value in values {
      bytes += value.jsonBytes
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// An answer that is an error.
  static func problem(_ problem: Problem) -> Response {
    bytes(problem.jsonBytes, type: WireVersion.problem, status: .init(code: problem.status))
  }

  /// An answer of some bytes.
  static func bytes(_ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status,
      headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }
}

extension Request {
  /// Whether the client wants JSON Lines.
  var wantsLines: Bool {
    headers[values: .accept].contains { value in value.contains(WireVersion.jsonLines) }
  }
}
