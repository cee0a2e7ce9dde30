import ArgumentParser
import FicModel
import FicWire
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
    version: "ficsearch \(ProductVersion.text)",
    subcommands: [
      SearchCommand.self, CountCommand.self, DispersionCommand.self, CollocatesCommand.self,
      ReindexCommand.self, StatusCommand.self, WorksCommand.self,
      WorkCommand.self,
      CastCommand.self, TimelineCommand.self, CalledCommand.self, AliasCommand.self,
      FixCommand.self,
      SaveCommand.self, WatchCommand.self,
      ShowCommand.self, OpenCommand.self,
      ChangesCommand.self, ForgetCommand.self, MCPCommand.self, WebCommand.self,
      CompleteCommand.self,
    ],
    defaultSubcommand: SearchCommand.self
  )

  /// Runs the command line and ends the process with the status that the manual page names.
  static func main() {
    // A reader that has seen enough closes the pipe; the write then fails with EPIPE.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    var status = ExitStatus.found
    do {
      var command = try parsed(arguments)
      do {
        try command.run()
      } catch ExitStatus.none {
        status = .none
        if let search = command as? SearchCommand { search.hintAtCommand() }
      }
    } catch let error as ExitStatus {
      status = error
    } catch let error as ClientError {
      status = report(Failure(error), arguments)
    } catch {
      status = report(error, arguments)
    }
    Glibc.exit(status.rawValue)
  }

  /// What the parser makes of a command line.
  ///
  /// Throws: What the parser throws.
  static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let arguments = CommandOrder(arguments).arguments
    let queryCommands = [
      SearchCommand.configuration, CountCommand.configuration, DispersionCommand.configuration,
      CollocatesCommand.configuration, WorksCommand.configuration,
    ]
    let takesQuery =
      !isCommand(arguments.first) || queryCommands.contains { $0.commandName == arguments.first }
    let words = takesQuery ? QueryArguments.marked(arguments) : arguments
    return try command(words) ?? parseAsRoot(words)
  }

  /// The command that a command line means, read by itself.
  ///
  /// That is faster than to read the tree of all commands, which help and errors need, and those
  /// that have commands of their own.
  private static func command(_ words: [String]) -> (any ParsableCommand)? {
    if words.first == "help" { return nil }
    let named = configuration.subcommands.first {
      $0.configuration.commandName == words.first
    }
    let type = named ?? SearchCommand.self
    guard type.configuration.subcommands.isEmpty else { return nil }
    return try? type.parse(named == nil ? words : Array(words.dropFirst()))
  }

  private static func isCommand(_ argument: String?) -> Bool {
    argument == "help"
      || configuration.subcommands.contains { $0.configuration.commandName == argument }
  }

  private static func report(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    if exitCode(for: error) == .success {
      var output = StandardOutput()
      output.write(fullMessage(for: error) + "\n")
      output.flush()
      return .found
    }
    return report(Failure(usage: fullMessage(for: error)), arguments)
  }

  private static func report(_ failure: Failure, _ arguments: [String]) -> ExitStatus {
    let options = arguments.prefix { $0 != "--" }
    let wantsJSON = zip(options, options.dropFirst()).contains { option, value in
      option == "--form" && value.hasPrefix("json")
    }
    let isJSON = wantsJSON || options.contains { $0 == "--json" || $0.hasPrefix("--form=json") }
    failure.show(asJSON: isJSON)
    return failure.status
  }
}
