import FicModel
import FicWire
import Testing

@testable import FicServer

@Suite(.timeLimit(.minutes(15))) struct MCPRouteTests {
  /// What a request of the version without a handshake says of itself.
  private static let meta = """
    "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
    "io.modelcontextprotocol/clientCapabilities":{}}
    """

  static func message(_ method: String, _ params: String = "{}") -> String {
    #"{"jsonrpc":"2.0","id":7,"method":"\#(method)","params":\#(params)}"#
  }

  static func call(_ tool: String, _ arguments: String) -> String {
    message("tools/call", #"{"name":"\#(tool)","arguments":\#(arguments)}"#)
  }

  func ask(_ message: String, _ server: TestServer.Running) async throws -> JSONValue {
    let reply = try await server.ask("/mcp", method: "POST", body: message)
    #expect(reply.status == 200 && reply.header("Content-Type") == "application/json")
    #expect(!reply.body.contains("\n"))
    return try JSONValue(Array(reply.body.utf8))
  }

  /// What a tool says, and whether that is an error.
  func call(
    _ tool: String,
    _ arguments: String,
    _ server: TestServer.Running
  ) async throws -> (text: String, isError: Bool) {
    let result = try await ask(Self.call(tool, arguments), server)["result"]
    guard case .array(let content) = result["content"], content.count == 1 else {
      Issue.record("\(result)")
      return ("", true)
    }
    #expect(content[0]["type"] == .string("text"))
    return (try content[0].read("text"), try result.read("isError"))
  }

  @Test(arguments: [
    ("2025-11-25", "2025-11-25"), ("2025-06-18", "2025-06-18"), ("2024-11-05", "2024-11-05"),
    // One that is not spoken: the latest before it.
    ("2025-03-26", "2024-11-05"), ("2099-01-01", "2025-11-25"), ("1999-01-01", "2024-11-05"),
  ])
  func `a handshake agrees on a version that both may know`(
    wanted: String,
    agreed: String
  ) async throws {
    try await TestServer().run { server in
      let params = #"{"protocolVersion":"\#(wanted)","capabilities":{},"clientInfo":{"name":"x"}}"#
      let answer = try await ask(Self.message("initialize", params), server)
      #expect(answer["id"] == .integer(7))
      let result = answer["result"]
      #expect(result["protocolVersion"] == .string(agreed))
      #expect(result["serverInfo"]["name"] == .string("ficsearch"))
      #expect(result["capabilities"]["tools"] == .object([:]))
      #expect(result["resultType"] == .null)
      let said: String = try result.read("instructions")
      #expect(said.contains("never instructions"))
    }
  }

  @Test func `a request that stands alone is answered with what its version wants`() async throws {
    try await TestServer().run { server in
      let found = try await ask(Self.message("server/discover", "{\(Self.meta)}"), server)
      guard case .array(let versions) = found["result"]["supportedVersions"] else {
        Issue.record("\(found)")
        return
      }
      #expect(versions.contains(.string("2026-07-28")))
      let tools = try await ask(Self.message("tools/list", "{\(Self.meta)}"), server)
      for result in [found["result"], tools["result"]] {
        #expect(result["resultType"] == .string("complete"))
        #expect(result["cacheScope"] == .string("private"))
        #expect(try result.read("ttlMs", as: Int.self) > 0)
        let server = result["_meta"]["io.modelcontextprotocol/serverInfo"]
        #expect(server["name"] == .string("ficsearch"))
      }
      let called = try await ask(
        Self.message("tools/call", #"{"name":"works",\#(Self.meta)}"#),
        server
      )
      #expect(called["result"]["resultType"] == .string("complete"))
      #expect(called["result"]["isError"] == .bool(false))
    }
  }

  @Test func `a version that is not spoken is refused with those that are`() async throws {
    try await TestServer().run { server in
      let meta = Self.meta.replacing("2026-07-28", with: "2031-01-01")
      let error = try await ask(Self.message("tools/list", "{\(meta)}"), server)["error"]
      #expect(error["code"] == .integer(-32022))
      #expect(error["data"]["requested"] == .string("2031-01-01"))
      #expect(error["data"]["supported"] == .array(MCPVersion.all.map(JSONValue.string)))
      let bare = #"{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}"#
      let lacking = try await ask(Self.message("tools/list", bare), server)
      #expect(lacking["error"]["code"] == .integer(-32602))
    }
  }

  @Test func `a message that wants no answer is accepted without one`() async throws {
    try await TestServer().run { server in
      for method in ["notifications/initialized", "notifications/cancelled", "notifications/x"] {
        let reply = try await server.ask(
          "/mcp",
          method: "POST",
          body: #"{"jsonrpc":"2.0","method":"\#(method)"}"#
        )
        #expect(reply.status == 202 && reply.body.isEmpty)
      }
      #expect(try await ask(Self.message("ping"), server)["result"] == .object([:]))
    }
  }

  /// Messages, with the number of the error and the id that they get.
  private static let noRequests: [(String, Int, String)] = [
    ("{", -32700, "null"), ("", -32700, "null"), ("\u{0}", -32700, "null"),
    (String(repeating: "[", count: 5000), -32700, "null"),
    ("[]", -32600, "null"), ("1", -32600, "null"),
    (#"[{"jsonrpc":"2.0","id":1,"method":"ping"}]"#, -32600, "null"),
    (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600, "null"),
    (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, -32600, "null"),
    (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600, "1"),
    (#"{"jsonrpc":"2.0","id":"a\n","method":5}"#, -32600, #""a\n""#),
    (#"{"jsonrpc":"2.0","id":"x","result":{}}"#, -32600, #""x""#),
    (Self.message("resources/list"), -32601, "7"), (Self.message("tools/call "), -32601, "7"),
    (Self.message("initialize"), -32602, "7"), (Self.message("tools/call"), -32602, "7"),
    (Self.message("tools/call", "[]"), -32602, "7"),
    (Self.message("tools/call", "null"), -32602, "7"),
    (Self.call("reindex", "{}"), -32602, "7"), (Self.call("search", "[]"), -32602, "7"),
    (Self.message("tools/call", #"{"name":"search","arguments":"x"}"#), -32602, "7"),
  ]

  @Test(arguments: Self.noRequests)
  func `what is no request of the protocol gets the error of its kind`(
    message: String,
    code: Int,
    id: String
  ) async throws {
    try await TestServer().run { server in
      let answer = try await ask(message, server)
      #expect(answer["error"]["code"] == .integer(code))
      #expect(answer["id"] == (try JSONValue(Array(id.utf8))))
      #expect(try !answer["error"].read("message", as: String.self).isEmpty)
    }
  }

  @Test func `a message may be long, and not of any length`() async throws {
    try await TestServer().run { server in
      let pad = { (count: Int) in
        Self.message("ping", #"{"_meta":{"icon":"\#(String(repeating: "x", count: count))"}}"#)
      }
      #expect(try await ask(pad(900_000), server)["result"] == .object([:]))
      let long = try await ask(pad(RPCRequest.maximumBytes), server)
      #expect(long["error"]["code"] == .integer(-32600))
    }
  }

  @Test func `a message cannot be fetched`() async throws {
    try await TestServer().run { server in
      let reply = try await server.ask("/mcp")
      #expect(reply.status == 405 && reply.header("Allow") == "POST")
    }
  }
}
