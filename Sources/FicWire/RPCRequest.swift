public import FicModel

/// A message of JSON-RPC 2.0 that asks for something, or only tells it.
public struct RPCRequest: Hashable, Sendable {
  /// What every message says of itself.
  public static let version = "2.0"

  /// The greatest length of a message, in bytes.
  ///
  /// What is asked is short; who asks may send pictures of itself along.
  public static let maximumBytes = 1 << 20

  /// What its answer is known by, a text or a whole number; nil where none is wanted.
  public let id: JSONValue?

  /// What is asked.
  public let method: String

  /// What it is asked with; null for nothing.
  public let params: JSONValue

  /// Reads a message.
  ///
  /// Throws: `RPCError` for what is no message, and for several in an array: no version of the
  /// protocol that is spoken here has them.
  public init(_ bytes: [UInt8]) throws(RPCError) {
    let json: JSONValue
    do {
      json = try JSONValue(bytes)
    } catch {
      let place = error.offset.map { " at byte \($0)" } ?? ""
      throw RPCError(.noJSON, "the message is no JSON: \(error.expected) was expected\(place)")
    }
    guard case .object(let fields) = json else {
      throw RPCError(.noRequest, "a message is one object; several are sent one by one")
    }
    switch fields["id"] {
    case nil: id = nil
    case .string, .integer: id = fields["id"]
    default: throw RPCError(.noRequest, "the id of a request is a text or a whole number")
    }
    guard json["jsonrpc"] == .string(Self.version), case .string(let method) = json["method"] else {
      throw RPCError(
        .noRequest,
        #"a request has "jsonrpc":"2.0" and a "method""#,
        id: id ?? .null
      )
    }
    self.method = method
    params = json["params"]
  }

  /// The message that gives the result.
  public func answer(_ result: JSONValue) -> JSONValue {
    .object(["jsonrpc": .string(Self.version), "id": id ?? .null, "result": result])
  }
}
