public import FicModel

/// Why a message of JSON-RPC 2.0 gets no result.
public struct RPCError: Error, Hashable, Sendable {
  /// What kind of error it is, by the numbers of JSON-RPC 2.0 and of the Model Context Protocol.
  public enum Code: Int, Sendable {
    /// It is no JSON.
    case noJSON = -32700
    /// It is JSON, and no request.
    case noRequest = -32600
    /// Nothing of that name can be asked.
    case noSuchMethod = -32601
    /// What is asked lacks something, or has something wrong in it.
    case badParameters = -32602
    /// It may be right, and could not be answered.
    case failed = -32603
    /// It speaks another version of the protocol.
    case otherVersion = -32022
  }

  /// What kind of error it is.
  public var code: Code

  /// What went wrong, and what to do about it.
  public var message: String

  /// What a program may want to know besides; nil for nothing.
  public var data: JSONValue?

  /// The request that is answered; null where that cannot be told.
  public var id: JSONValue

  /// Creates an error.
  public init(_ code: Code, _ message: String, data: JSONValue? = nil, id: JSONValue = .null) {
    self.code = code
    self.message = message
    self.data = data
    self.id = id
  }

  /// A message that is longer than any may be.
  public static let tooLong = RPCError(
    .noRequest,
    "the message is longer than \(RPCRequest.maximumBytes) bytes"
  )

  /// The message that says it.
  public var answer: JSONValue {
    var error: [String: JSONValue] = ["code": .integer(code.rawValue), "message": .string(message)]
    error["data"] = data
    return .object(["jsonrpc": .string(RPCRequest.version), "id": id, "error": .object(error)])
  }
}
