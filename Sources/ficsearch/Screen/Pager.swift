import Glibc

/// Shows a text that is longer than the screen through the user's pager.
enum Pager {
  /// The pager's command: `FICSEARCH_PAGER`, `PAGER`, else less, which ends by itself where the
  /// text fits, keeps colours and leaves the text on the screen.
  static var command: String {
    for name in ["FICSEARCH_PAGER", "PAGER"] {
      if let value = Terminal.environment(name), !value.isEmpty { return value }
    }
    return "less -FRX"
  }

  /// The lines above the one that was asked for, so that it is seen what it follows on.
  private static let lead = 3

  /// The command that opens a text at a line; less and more know how.
  static func command(_ command: String, from line: Int?) -> String {
    let name = command.prefix { $0 != " " }.split(separator: "/").last ?? ""
    guard let line, line > lead + 1, name == "less" || name == "more" else { return command }
    return command + " +\(line - lead)" + (name == "less" ? "g" : "")
  }

  /// Shows the text if it is longer than the terminal, from a line on.
  ///
  /// Returns false where it is not, or the pager could not be started.
  static func show(_ bytes: [UInt8], from line: Int? = nil) -> Bool {
    let command = command(command, from: line)
    guard command != "cat", let rows = Terminal.size(of: STDOUT_FILENO)?.rows,
      bytes.count(where: { $0 == UInt8(ascii: "\n") }) >= rows,
      let pipe = unsafe popen(command, "w")
    else { return false }
    _ = FileDescriptorOutput.writeAll(bytes, to: unsafe fileno(pipe))
    let status = unsafe pclose(pipe)
    // The shell says 127 where it found no such command.
    return status >> 8 & 0xFF != 127
  }
}
