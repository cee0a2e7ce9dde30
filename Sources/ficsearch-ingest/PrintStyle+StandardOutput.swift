import FicPrinter
import Glibc

extension PrintStyle {
  /// The style that suits standard output: a terminal's width and colours, else 80 columns without.
  ///
  /// `NO_COLOR` (no-color.org) and `TERM=dumb` turn colours off; `COLUMNS` gives the width where no
  /// terminal does.
  static var standardOutput: PrintStyle {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let usesColor =
      isTerminal && (variable("NO_COLOR") ?? "").isEmpty && variable("TERM") != "dumb"
    return PrintStyle(width: columns ?? 80, usesColor: usesColor)
  }

  private static var columns: Int? {
    var size = winsize()
    if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return variable("COLUMNS").flatMap(Int.init)
  }

  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(validatingCString: value)
  }
}
