import ArgumentParser
import FicModel

/// The root command of the ingest worker.
@main
struct Ingest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ficsearch-ingest",
    abstract: "Parse fiction and write it to an index.",
    discussion:
      "The daemon starts it for each job; it also runs by hand, with or without a daemon.",
    version: "ficsearch-ingest \(ProductVersion.text)",
    subcommands: [IndexCommand.self, CheckCommand.self, ParseCommand.self]
  )

  /// Runs the command line and ends the process with the status that the manual page names.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch  where [.validationFailure, .failure].contains(exitCode(for: error)) {
      ProcessOutput.standardError.write(fullMessage(for: error) + "\n")
      exit(withError: WorkerExit.error)
    } catch {
      exit(withError: error)
    }
  }
}
