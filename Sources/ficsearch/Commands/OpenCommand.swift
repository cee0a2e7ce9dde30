import ArgumentParser
import FicWire
import Glibc

/// Opens the file that a REF lies in, at its line.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the file of a REF in $VISUAL or $EDITOR, at its line; or print the place.",
    discussion: """
      A book or a word processor's file has no lines: of it the chapter is shown as ficsearch reads \
      it, and --original opens the file itself with xdg-open.
      """
  )

  /// The bytes at the start of a file by which it is told whether it is text.
  private static let looked = 4096

  @OptionGroup var options: CommonOptions

  @Flag(help: "Open the file itself, whatever it is.")
  var original = false

  @Argument(help: "A REF as a hit prints it.")
  var ref: String

  func run() throws {
    let request = DaemonRequest(target: APIPath.place(ref: ref))
    let editor = ["VISUAL", "EDITOR"].lazy.compactMap(Terminal.environment).first { !$0.isEmpty }
    guard Terminal.isTerminal(STDOUT_FILENO), editor != nil || original else {
      return try options.session.show(request)
    }
    let place = try options.session.text(request)
    let parts = place.dropLast().split(separator: ":", omittingEmptySubsequences: false)
    let path = parts.dropLast().joined(separator: ":")
    if Self.isText(path) {
      guard let editor else { return try options.session.show(request) }
      try Self.execute(editor, ["+\(parts.last ?? "1")", path])
    } else if original {
      try Self.execute("xdg-open", [path])
    } else {
      try options.session.show(DaemonRequest(target: APIPath.chapter(ref: ref)))
    }
  }

  /// Whether a file is text: none of its first bytes is zero.
  ///
  /// One that cannot be read is taken for text, so that the editor says what is wrong.
  static func isText(_ path: String) -> Bool {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return true }
    defer { close(file) }
    var bytes = [UInt8](repeating: 1, count: looked)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
    return !bytes.prefix(max(0, count)).contains(0)
  }

  /// Becomes a program.
  ///
  /// `+LINE FILE` is what POSIX vi, and most editors with it, take.
  private static func execute(_ program: String, _ arguments: [String]) throws {
    let words = ["sh", "-c", "exec \(program) \"$@\"", "sh"] + arguments
    try Successor.take(["/bin/sh"], words, called: program)
  }
}
