import ArgumentParser
import FicModel
import FicWire
import Glibc

/// Shows the daemon's pages in a browser: a door from a loopback port to the daemon's socket.
@main
struct FicsearchWeb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ficsearch-web",
    abstract: "Show the pages of ficsearchd in a browser.",
    discussion: """
      It asks the daemon as the user who runs it, and listens on this machine alone. The address \
      that it prints opens once; the browser that opens it may go on until this ends.

      With --passwords it asks for a name and a password instead, for a reverse proxy before it.
      """,
    version: "ficsearch-web \(ProductVersion.text)"
  )

  @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"))
  var socket: String

  @Option(help: "The port on 127.0.0.1; 0 takes one that is free.")
  var port: UInt16 = 0

  @Flag(inversion: .prefixedNo, help: "Open the address in a browser.")
  var open = true

  @Option(
    help: ArgumentHelp(
      "Ask for a name and a password of this file, a name:hash a line as crypt(5) has them.",
      valueName: "file"
    )
  )
  var passwords: String?

  @Option(
    help: ArgumentHelp(
      "A name under which the pages are asked for, as a reverse proxy passes it on; may be repeated.",
      valueName: "name"
    )
  )
  var host: [String] = []

  func run() async throws {
    do {
      let file = try passwords.map { try PasswordFile(path: $0) }
      // A daemon that is not there is told of before a page says so.
      let daemon = DaemonSocket(path: socket)
      try await daemon.tryToReach()
      let server = try await WebServer.bound(to: port)
      let guardian = Gatekeeper(port: server.port, hosts: host, passwords: file)
      let address = guardian.firstAddress
      var output = FileDescriptorText(STDOUT_FILENO)
      print("\(address)", to: &output)
      if open, file == nil { Browser.open(address) }
      try await server.run(guardian, daemon)
    } catch let problem as Problem {
      var output = FileDescriptorText(STDERR_FILENO)
      print("ficsearch-web: \(problem.detail)", to: &output)
      if let hint = problem.hint { print("  \(hint)", to: &output) }
      let mayPass = problem.code == DaemonSocket.unreachable
      throw ExitCode(mayPass ? ExitStatus.unavailable.rawValue : ExitStatus.error.rawValue)
    }
  }
}
