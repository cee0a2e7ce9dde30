import ArgumentParser

/// Whom a command is about, and in which work.
struct PersonOptions: ParsableArguments {
  @Option(help: "Only in this work: words of its title, or its id.")
  var work: String?

  @OptionGroup var border: BorderOptions

  @Option(help: ArgumentHelp("The most people to list: 1 to 1000.", valueName: "n"))
  var limit: Int?

  @Argument(help: "The name.")
  var names: [String]

  func validate() throws {
    if let limit, !(1...1000).contains(limit) {
      throw ValidationError("--limit takes a number from 1 to 1000.")
    }
  }

  /// The name.
  var name: String { names.joined(separator: " ") }
}
