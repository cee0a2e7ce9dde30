import ArgumentParser
import FicWire
import Glibc

/// Opens the file that a REF lies in, at its line.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the file of a REF in $VISUAL or $EDITOR, at its line; or print the place."
  )

  @OptionGroup var options: CommonOptions

  @Argument(help: "A REF as a hit prints it.")
  var ref: String

  func run() throws {
    let request = DaemonRequest(target: APIPath.place(ref: ref))
    let editor = ["VISUAL", "EDITOR"].lazy.compactMap(Terminal.environment).first { !$0.isEmpty }
    guard let editor, Terminal.isTerminal(STDOUT_FILENO) else {
      return try options.session.show(request)
    }
    let place = try options.session.text(request)
    let parts = place.dropLast().split(separator: ":", omittingEmptySubsequences: false)
    try Self.execute(
      editor,
      line: String(parts.last ?? "1"),
      path: parts.dropLast().joined(separator: ":")
    )
  }

  /// Becomes the editor.
  ///
  /// `+LINE FILE` is what POSIX vi, and most editors with it, take.
  private static func execute(_ editor: String, line: String, path: String) throws {
    let arguments = ["sh", "-c", "exec \(editor) \"$@\"", "sh", "+\(line)", path]
    var pointers = unsafe arguments.map { unsafe strdup($0) }
    unsafe pointers.append(nil)
    unsafe execv("/bin/sh", pointers)
    StandardError.write("ficsearch: cannot start \(editor)\n")
    throw ExitStatus.error
  }
}
