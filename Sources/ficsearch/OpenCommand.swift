import ArgumentParser
import FicClient
import FicModel
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
    let session = options.session
    var place: SourcePlace?
    try session.client.lines(target: APIPath.scene(ref: ref)) { line in
      switch try SearchRecord(json: JSONValue(line)) {
      case .passage(let passage): place = passage.source
      case .failure(let problem): throw problem
      default: break
      }
    }
    guard let place else { throw ExitStatus.none }
    let editor = ["VISUAL", "EDITOR"].lazy.compactMap(Terminal.environment).first { !$0.isEmpty }
    guard let editor, Terminal.isTerminal(STDOUT_FILENO) else {
      var output = StandardOutput()
      output.write("\(place.path):\(place.line)\n")
      output.flush()
      return
    }
    try Self.execute(editor, place)
  }

  /// Becomes the editor.
  ///
  /// `+LINE FILE` is what POSIX vi, and most editors with it, take.
  private static func execute(_ editor: String, _ place: SourcePlace) throws {
    let arguments = ["sh", "-c", "exec \(editor) \"$@\"", "sh", "+\(place.line)", place.path]
    var pointers = unsafe arguments.map { unsafe strdup($0) }
    unsafe pointers.append(nil)
    unsafe execv("/bin/sh", pointers)
    StandardError.write("ficsearch: cannot start \(editor)\n")
    throw ExitStatus.error
  }
}
