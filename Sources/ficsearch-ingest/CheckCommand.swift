import ArgumentParser
import FicIndex
import FicIndexSQLite
import FicModel
import Glibc

/// Checks that an index file is sound.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that an index file is whole and agrees with itself.",
    discussion: "Exit status: 0 sound; 2 damaged or unreadable; 75 another writer has the index."
  )

  @Option(help: ArgumentHelp("The index file.", valueName: "file"))
  var index: String

  @Flag(
    help: "Make everything that is derived anew, and compare it: about as long as an index run."
  )
  var deep = false

  func run() throws {
    // A writer would make it.
    guard unsafe access(index, F_OK) == 0 else {
      ProcessOutput.standardError.write("ficsearch-ingest: there is no index '\(index)'\n")
      throw WorkerExit.error
    }
    do {
      let faults = try SQLiteIndexWriter(path: index).check(isDeep: deep)
      for fault in faults { ProcessOutput.standardOutput.write(fault + "\n") }
      if !faults.isEmpty { throw WorkerExit.error }
      ProcessOutput.standardOutput.write("sound\n")
    } catch let error as IndexError {
      let problem = error.problem
      let hint = problem.hint.map { "  hint: \($0)\n" } ?? ""
      ProcessOutput.standardError.write("ficsearch-ingest: \(problem.detail)\n\(hint)")
      throw error.isRetriable ? WorkerExit.tryAgain : WorkerExit.error
    }
  }
}
