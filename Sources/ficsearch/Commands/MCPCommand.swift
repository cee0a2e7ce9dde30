import ArgumentParser
import FicModel
import FicWire
import Glibc

/// Lets an assistant ask the daemon: copies its messages there, and the answers back.
struct MCPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Let an assistant ask: the Model Context Protocol on standard input and output.",
    discussion: """
      An assistant starts this command. What to write into its settings:

        {"mcpServers": {"ficsearch": {"command": "ficsearch", "args": ["mcp"]}}}

      It has tools to search, read, list casts and works, and count. It can change nothing.
      """
  )

  @OptionGroup var daemon: SocketOption

  func run() {
    let session = Session(socket: daemon.socket)
    var input = InputLines(of: STDIN_FILENO, most: RPCRequest.maximumBytes)
    var output = StandardOutput()
    while let line = input.next() {
      guard let answer = Self.answer(to: line, session) else { continue }
      output.write(bytes: answer[...])
      output.write("\n")
      output.flush()
    }
  }

  /// The answer to a line; nil where none is wanted.
  ///
  /// Where the daemon has none, it says why, so that the assistant can tell its user.
  static func answer(to line: InputLines.Line, _ session: Session) -> [UInt8]? {
    guard case .whole(let message) = line else { return RPCError.tooLong.answer.jsonBytes }
    if message.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { return nil }
    do throws(ClientError) {
      let (head, body) = try session.pass(message)
      if head.status == 202 { return nil }
      if head.fields["content-type"] == WireVersion.json { return body }
      return failure(String(decoding: body, as: UTF8.self), to: message)
    } catch {
      return failure("\(error.message)\nhint: \(error.hint)", to: message)
    }
  }

  private static func failure(_ text: String, to message: [UInt8]) -> [UInt8]? {
    do throws(RPCError) {
      guard let id = try RPCRequest(message).id else { return nil }
      return RPCError(.failed, text, id: id).answer.jsonBytes
    } catch {
      return error.answer.jsonBytes
    }
  }
}
