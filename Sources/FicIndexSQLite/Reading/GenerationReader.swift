import GRDB
import Synchronization

/// Reads an index file's generation on a connection of its own, so that it waits for no search.
final class GenerationReader: Sendable {
  private struct OpenFile {
    var queue: DatabaseQueue
    var identity: IndexFile.Identity
  }

  private let open = Mutex<OpenFile?>(nil)

  /// The generation of the file at `path`; nil where it cannot be read at once.
  ///
  /// - Parameters:
  ///   - path: The index file.
  ///   - identity: What the file is now; nil where there is none.
  /// - Returns: The count of commits.
  func generation(of path: String, _ identity: IndexFile.Identity?) -> Int? {
    open.withLock { open in
      if open?.identity != identity { open = nil }
      guard let identity else { return nil }
      do {
        let queue = try open?.queue ?? Self.queue(path)
        if open == nil {
          // Another file may have taken its place just before it was opened.
          guard IndexFile.identity(of: path) == identity else { return nil }
          open = OpenFile(queue: queue, identity: identity)
        }
        return try queue.unsafeRead { try $0.integer("SELECT generation FROM state") }
      } catch {
        // A read of the index says what is wrong.
        open = nil
        return nil
      }
    }
  }

  private static func queue(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .immediateError
    configuration.label = "ficsearch.generation"
    return try DatabaseQueue(path: path, configuration: configuration)
  }
}
