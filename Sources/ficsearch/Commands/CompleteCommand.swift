public import ArgumentParser
public import FicWire

/// Prints what goes on from a word, for the completion of shells.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete",
    abstract: "Print what goes on from a word of a query, a name or a title, a line each.",
    shouldDisplay: false
  )

  /// Whoever presses a key waits no longer, in milliseconds.
  private static let patience = 500

  @OptionGroup var options: CommonOptions

  @Option(help: "What is completed: query, name, title or word.")
  var kind: CompletionSubject = .query

  @Argument(help: "The word so far.")
  var word: String = ""

  func run() throws {
    var output = StandardOutput()
    let target = APIPath.complete(prefix: word, kind: kind, limit: 50)
    // Where no daemon answers, there is nothing to say.
    let response = try? options.session.raw(target, patience: Self.patience) {
      if $0.status == 200 { output.write(bytes: $1) }
    }
    output.flush()
    if response == nil { throw ExitStatus.none }
  }
}

extension CompletionSubject: ExpressibleByArgument {}
