import FicClient
import FicPrinter
import Glibc

/// Whom to ask and how to print, for one run of the program.
struct Session: Equatable {
  /// When to use colours.
  enum ColorChoice: String, CaseIterable {
    case auto, always, never
  }

  /// The socket that the user named.
  var socket: String?

  /// When to use colours.
  var color = ColorChoice.auto

  /// Whether a long text goes through a pager.
  var usesPager = true

  /// Whether to print JSON Lines.
  var json = false

  /// A client of the daemon.
  var client: Client {
    Client(socket: SocketLocation.path(option: socket, environment: Terminal.environment))
  }

  /// How the screen looks.
  var style: PrintStyle {
    let isTerminal = Terminal.isTerminal(STDOUT_FILENO)
    let columns =
      Terminal.size(of: STDOUT_FILENO)?.columns ?? Terminal.environment("COLUMNS").flatMap(Int.init)
    let usesColor =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        isTerminal && (Terminal.environment("NO_COLOR") ?? "").isEmpty
          && Terminal.environment("TERM") != "dumb"
      }
    return PrintStyle(width: columns ?? 80, usesColor: usesColor)
  }

  /// Prints a text on standard output, through the pager where it is longer than the terminal.
  func show(_ text: String) {
    if usesPager, Terminal.isTerminal(STDOUT_FILENO),
      let rows = Terminal.size(of: STDOUT_FILENO)?.rows,
      text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) >= rows, Pager.show(text)
    {
      return
    }
    var output = StandardOutput()
    output.write(text)
    output.flush()
  }
}
