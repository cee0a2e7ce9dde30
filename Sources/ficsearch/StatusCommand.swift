import ArgumentParser
import FicClient
import FicModel
import FicPrinter
import FicWire

/// Says how the daemon and its index are.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say what is indexed, what is not and why."
  )

  @OptionGroup var options: CommonOptions

  @Flag(help: "Name all files that are not searchable, not only some for each reason.")
  var files = false

  func run() throws {
    let session = options.session
    var screen = ""
    try session.client.lines(target: APIPath.status(listsFiles: files)) { line in
      if session.json {
        screen += String(decoding: line, as: UTF8.self) + "\n"
      } else {
        let report = try StatusReport(json: JSONValue(line))
        StatusPrinter(style: session.style).print(report, to: &screen)
      }
    }
    session.show(screen)
  }
}
