import FicModel
import FicWire
import Foundation
import Testing

@testable import ficsearch

@Suite struct MCPCommandTests {
  private static let ping = Array(#"{"jsonrpc":"2.0","id":"p","method":"ping"}"#.utf8)

  private static func response(_ body: String, status: String = "200 OK", type: String) -> String {
    "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  private func answer(
    to message: [UInt8] = ping,
    _ steps: [ScriptedServer.Step]
  ) -> (text: String?, request: String) {
    let server = ScriptedServer(steps)
    let answer = MCPCommand.answer(to: .whole(message), Session(socket: server.path))
    return (answer.map { String(decoding: $0, as: UTF8.self) }, server.request)
  }

  @Test func `a message goes to the daemon as it is, and its answer comes back so`() {
    let (text, request) = answer([.send(Self.response("{\"x\": 1}", type: "application/json"))])
    #expect(text == "{\"x\": 1}")
    #expect(request.hasPrefix("POST /mcp?form=text HTTP/1.1\r\n"))
    #expect(request.contains("Content-Type: application/json\r\n"))
    #expect(request.hasSuffix("\r\n\r\n" + String(decoding: Self.ping, as: UTF8.self)))
  }

  @Test func `what is accepted without an answer gets none`() {
    let accepted = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"
    #expect(answer([.send(accepted)]).text == nil)
  }

  @Test func `an answer that is no message is told in words`() throws {
    let words = "ficsearch: there is nothing at '/mcp'\n"
    let (text, _) = answer([
      .send(Self.response(words, status: "404 Not Found", type: "text/plain"))
    ])
    let json = try JSONValue(Array((text ?? "").utf8))
    #expect(json["id"] == .string("p") && json["error"]["message"] == .string(words))
  }

  @Test func `a daemon that ends leaves the message to the next one`() {
    let (text, _) = answer([
      .nextConnection, .nextConnection, .send(Self.response("{}", type: "application/json")),
    ])
    #expect(text == "{}")
  }

  @Test func `without a daemon a request is told why, and nobody else`() throws {
    let session = Session(socket: "/nonexistent/x.sock")
    func answer(_ text: String) throws -> JSONValue? {
      try MCPCommand.answer(to: .whole(Array(text.utf8)), session).map { try JSONValue($0) }
    }
    let told = try #require(try answer(#"{"jsonrpc":"2.0","id":3,"method":"tools/list"}"#))
    #expect(told["id"] == .integer(3) && told["error"]["code"] == .integer(-32603))
    let message: String = try told["error"].read("message")
    #expect(message.contains("no daemon answers") && message.contains("systemctl"))
    #expect(try answer(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#) == nil)
    #expect(try answer("{")?["error"]["code"] == .integer(-32700))
    #expect(try answer("") == nil && answer(" \r") == nil)
  }

  @Test func `a line beyond the bound is an error without an id`() throws {
    let answer = MCPCommand.answer(to: .tooLong, Session(socket: "/nonexistent/x.sock"))
    let json = try JSONValue(try #require(answer))
    #expect(json["id"] == .null && json["error"]["code"] == .integer(-32600))
  }

  @Test func `lines come whole, the last without its end, and long ones are passed over`() {
    let pipe = Pipe()
    let long = String(repeating: "x", count: 200_000)
    Thread.detachNewThread {
      let writer = pipe.fileHandleForWriting
      writer.write(Data("one\n\n1234567".utf8))
      usleep(20_000)
      writer.write(Data("8\n\(long)\n12345678\n123456789\nend".utf8))
      try? writer.close()
    }
    var input = InputLines(of: pipe.fileHandleForReading.fileDescriptor, most: 8)
    var lines: [InputLines.Line] = []
    while let line = input.next() { lines.append(line) }
    let expected = ["one", "", "12345678", nil, "12345678", nil, "end"].map { text in
      text.map { InputLines.Line.whole(Array($0.utf8)) } ?? .tooLong
    }
    #expect(lines == expected)
    #expect(input.next() == nil)
  }

  @Test(arguments: [["mcp"], ["mcp", "--socket", "/s"], ["--socket", "/s", "mcp"]])
  func `the socket may stand before the command or behind it`(arguments: [String]) throws {
    let command = try #require(try Ficsearch.parsed(arguments) as? MCPCommand)
    #expect(command.daemon.socket == (arguments.count > 1 ? "/s" : nil))
  }
}
