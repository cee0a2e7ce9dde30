import ArgumentParser
import FicModel
import FicWire

/// Prints the passage that a REF names.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Read on at a REF: the scene that it lies in, or the one beside it."
  )

  @OptionGroup var options: CommonOptions

  @Flag(help: "Print the whole chapter.")
  var chapter = false

  @Flag(help: "Print what comes next: the next scene, or with --chapter the next chapter.")
  var next = false

  @Flag(help: "Print what comes before.")
  var prev = false

  @OptionGroup var border: BorderOptions

  @Argument(help: "A REF as a hit prints it: work:chapter:offset, or work:chapter.")
  var ref: String

  func validate() throws {
    if next && prev { throw ValidationError("--next and --prev exclude each other.") }
  }

  func run() throws {
    let step = next ? ReadingStep.next : prev ? .previous : .here
    let target =
      chapter
      ? APIPath.chapter(ref: ref, step: step, upto: border.upto)
      : APIPath.scene(ref: ref, step: step, upto: border.upto)
    try options.session.show(DaemonRequest(target: target))
  }
}
