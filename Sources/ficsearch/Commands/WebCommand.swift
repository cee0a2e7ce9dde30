import ArgumentParser
import Glibc

/// Shows the pages in a browser: becomes the program that opens the daemon to one.
struct WebCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "web",
    abstract: "Search, read and count in a browser.",
    discussion: """
      Starts ficsearch-web, which listens on this machine alone and asks the daemon as you. The \
      address that it prints opens once. Ctrl-C ends it.
      """
  )

  private static let program = "ficsearch-web"

  @OptionGroup var daemon: SocketOption

  @Option(help: "The port on 127.0.0.1; 0 takes one that is free.")
  var port: UInt16 = 0

  @Flag(inversion: .prefixedNo, help: "Open the address in a browser.")
  var open = true

  func run() throws {
    let words =
      [Self.program, "--socket", Session(socket: daemon.socket).path, "--port", "\(port)"]
      + (open ? [] : ["--no-open"])
    // The one beside this program belongs to it; another may be on the PATH.
    let paths = [Self.beside(), Self.program].compactMap(\.self)
    try Successor.take(paths, words, called: Self.program)
  }

  /// The path of the program in the folder of this one; nil where that cannot be told.
  private static func beside() -> String? {
    guard let real = unsafe realpath("/proc/self/exe", nil) else { return nil }
    defer { unsafe free(real) }
    let path = unsafe String(cString: real)
    return path.lastIndex(of: "/").map { path[...$0] + program }
  }
}
