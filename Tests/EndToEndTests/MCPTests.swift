import Foundation
import Testing

/// An assistant asks through `ficsearch mcp`.
@Suite struct MCPTests {
  private static func message(_ id: Int, _ method: String) -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)"}"#
  }

  /// A client that runs, and answers line by line.
  private final class Conversation {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var pending = Data()

    init(_ workspace: Workspace) throws {
      process.executableURL = URL(filePath: Programs.path("ficsearch"))
      process.arguments = ["mcp", "--socket", workspace.socket]
      process.standardInput = input
      process.standardOutput = output
      try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    func say(_ line: String) { input.fileHandleForWriting.write(Data((line + "\n").utf8)) }

    /// The next line, as an object.
    func answer() throws -> [String: Any] {
      while true {
        if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
          let line = pending[..<end]
          pending = Data(pending[(end + 1)...])
          return try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] ?? [:]
        }
        let piece = output.fileHandleForReading.availableData
        if piece.isEmpty { return [:] }
        pending += piece
      }
    }

    /// Ends the input, and gives the exit status and what was said besides.
    func finish() throws -> (status: Int32, rest: Data) {
      try input.fileHandleForWriting.close()
      let rest = pending + output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, rest)
    }
  }

  @Test func `the reference client lists the tools and calls each`() throws {
    let workspace = try Workspace()
    try workspace.copyExamples()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let check = try Outcome.of(
      Programs.checkout.appending(path: "Scripts/check-mcp").path,
      [Programs.path("ficsearch"), workspace.socket]
    )
    // A machine without the reference client cannot show this; it says so.
    if check.status == 77 { return print(check.errors) }
    #expect(check.status == 0, "\(check.errors)")
    #expect(daemon.process.isRunning)
  }

  @Test func `a conversation goes on when the daemon is started anew, and ends with its input`()
    throws
  {
    let workspace = try Workspace()
    try workspace.copyExamples()
    let conversation = try Conversation(workspace)
    conversation.say(Self.message(1, "tools/list"))
    let refused = try conversation.answer()
    #expect(refused["id"] as? Int == 1)
    let error = try #require(refused["error"] as? [String: Any])
    #expect((error["message"] as? String)?.contains("no daemon answers") == true)
    for id in 2...3 {
      let daemon = try Daemon(workspace, arguments: ["--no-watch"])
      conversation.say(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
      conversation.say(Self.message(id, "tools/list"))
      let answer = try conversation.answer()
      #expect(answer["id"] as? Int == id && answer["result"] != nil)
      daemon.kill(SIGTERM)
    }
    conversation.say("no JSON")
    let told = try conversation.answer()
    #expect((told["error"] as? [String: Any])?["code"] as? Int == -32700)
    let end = try conversation.finish()
    #expect(end.status == 0 && end.rest.isEmpty)
  }
}
