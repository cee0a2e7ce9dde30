import ArgumentParser
import FicWire

/// Prints the passage that a REF names.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Read on at a REF: the scene that it lies in."
  )

  @OptionGroup var options: CommonOptions

  @Flag(help: "Print the whole chapter.")
  var chapter = false

  @Argument(help: "A REF as a hit prints it: work:chapter:offset, or work:chapter.")
  var ref: String

  func run() throws {
    let target = chapter ? APIPath.chapter(ref: ref) : APIPath.scene(ref: ref)
    try options.session.show(DaemonRequest(target: target))
  }
}
