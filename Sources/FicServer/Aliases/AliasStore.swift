import FicModel
import Synchronization

/// The alias files: the one that somebody keeps by hand, which is only read, and the one beside the
/// index, which is changed by one request at a time.
final class AliasStore: Sendable {
  /// The files as they are on disk.
  struct Contents: Sendable {
    /// The file kept by hand, where there is one, then the daemon's own.
    var files: [AliasFile]

    /// Lines that are not understood, and files that cannot be read.
    var problems: [FileProblem]
  }

  private let options: CurrentOptions
  private let lock = Mutex(())

  /// Creates a store of the files that the options name.
  init(options: CurrentOptions) {
    self.options = options
  }

  /// Reads the files; one that cannot be read is a problem.
  var contents: Contents {
    let options = options.value
    var contents = Contents(files: [], problems: [])
    for path in [options.aliases, options.ownAliases] where !path.isEmpty {
      do throws(AliasDisk.Failure) {
        let file = try Self.read(path, mayBeMissing: path == options.ownAliases)
        contents.files.append(file)
        contents.problems += file.problems
      } catch {
        contents.problems.append(
          FileProblem(
            code: "unreadable_aliases",
            path: path,
            cause: "the alias file cannot be read: \(error.cause)",
            hint: "check that it exists and that the daemon's user may read it"
          )
        )
      }
    }
    return contents
  }

  /// Changes the daemon's own file; `body` sees the files in order, its own last.
  ///
  /// Throws: `Problem` where a file cannot be read or written; what `body` throws, and nothing is
  /// changed then.
  func change(_ body: ([AliasFile]) throws -> AliasFile) throws {
    let options = options.value
    try lock.withLock { _ in
      var files: [AliasFile] = []
      do throws(AliasDisk.Failure) {
        if !options.aliases.isEmpty {
          files.append(try Self.read(options.aliases, mayBeMissing: false))
        }
        files.append(try Self.read(options.ownAliases, mayBeMissing: true))
      } catch {
        throw Problem.aliasesNotRead(error.path, cause: error.cause)
      }
      let changed = try body(files)
      guard changed.bytes != files.last?.bytes else { return }
      do throws(AliasDisk.Failure) {
        try AliasDisk.write(changed.bytes, to: options.ownAliases)
      } catch {
        throw Problem.aliasesNotWritten(error.path, cause: error.cause)
      }
    }
  }

  private static func read(
    _ path: String,
    mayBeMissing: Bool
  ) throws(AliasDisk.Failure) -> AliasFile {
    if let bytes = try AliasDisk.read(path, limit: AliasFile.maximumBytes) {
      return AliasFile(path: path, bytes: bytes)
    }
    guard mayBeMissing else {
      throw AliasDisk.Failure(path: path, cause: "there is no such file")
    }
    return AliasFile(path: path)
  }
}
