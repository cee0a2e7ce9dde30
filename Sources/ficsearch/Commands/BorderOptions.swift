import ArgumentParser
import FicWire

/// How far somebody has read, so that nothing later shows.
struct BorderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Show nothing of chapters behind this one, names neither.", valueName: "n")
  )
  var upto: Int?

  func validate() throws {
    if let upto, !(1...APIPath.lastChapter).contains(upto) {
      throw ValidationError("--upto takes the number of a chapter, from 1.")
    }
  }
}
