import ArgumentParser
import Glibc

/// The root command.
///
/// `ficsearch WORDS` searches.
@main
struct Ficsearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ficsearch",
    abstract: "Find a line, a scene or a voice in your fiction archive.",
    usage: "ficsearch [search] [<options>] <query> ...\n       ficsearch <subcommand>",
    discussion: """
      Words must all be there; "a phrase" stands in quotes. Fields narrow the search:
      from: to: with: (who speaks, to whom, who is there), in: chapter:, and of works
      work: author: fandom: ship: tag: status: words: updated: and more.

        ficsearch "Smith"
        ficsearch 'from:elizabeth "you"'
        ficsearch 'emma -in:dialogue'

      'ficsearch search --help' lists the options of a search.

      Exit status: 0 hits, 1 none, 2 error, 75 daemon not reachable or busy.
      """,
    version: "ficsearch \(Version.text)",
    subcommands: [
      SearchCommand.self, ReindexCommand.self, StatusCommand.self, WorksCommand.self,
      CastCommand.self, AliasCommand.self, ShowCommand.self, OpenCommand.self,
      ChangesCommand.self, ForgetCommand.self,
    ],
    defaultSubcommand: SearchCommand.self
  )

  /// Runs the command line and ends the process with the status that the manual page names.
  static func main() {
    // A reader that has seen enough closes the pipe; the write then fails with EPIPE.
    signal(SIGPIPE, SIG_IGN)
    let status: ExitStatus
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
      status = .hits
    } catch let error as ExitStatus {
      status = error
    } catch {
      status = report(error)
    }
    Glibc.exit(status.rawValue)
  }

  private static func run(_ arguments: [String]) throws {
    if !isCommand(arguments.first), let search = Search(arguments: arguments) {
      return try search.run()
    }
    var command = try parsed(arguments)
    try command.run()
  }

  /// What the parser makes of a command line.
  ///
  /// Throws: What the parser throws.
  static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let queryCommands = [SearchCommand.configuration, WorksCommand.configuration]
    let takesQuery =
      !isCommand(arguments.first) || queryCommands.contains { $0.commandName == arguments.first }
    return try parseAsRoot(takesQuery ? QueryArguments.marked(arguments) : arguments)
  }

  private static func isCommand(_ argument: String?) -> Bool {
    argument == "help"
      || configuration.subcommands.contains { $0.configuration.commandName == argument }
  }

  private static func report(_ error: any Error) -> ExitStatus {
    // First, since the parser takes a millisecond to say that an error is none of its own.
    if let failure = FailureReport(error) { return failure.print() }
    if exitCode(for: error) == .success {
      var output = StandardOutput()
      output.write(fullMessage(for: error) + "\n")
      output.flush()
      return .hits
    }
    StandardError.write(fullMessage(for: error) + "\n")
    return .error
  }
}
