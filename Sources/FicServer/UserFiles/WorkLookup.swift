import FicIndex
import FicModel

/// Finds the work that a user means, and how a file that the user keeps calls it.
struct WorkLookup: Sendable {
  /// The most works of one title that are looked at.
  static let maximumWorks = 1000

  let options: CurrentOptions
  let works:
    @Sendable (_ words: String, _ limit: Int, _ deadline: Deadline) async throws -> [WorkEntry]

  /// When the look-up must have ended.
  var deadline: Deadline { .after(.milliseconds(options.value.queryMilliseconds)) }

  /// The works whose title or author holds a text, or whose id it is.
  func works(called text: String) async throws -> [WorkEntry] {
    text.isEmpty ? [] : try await works(text, Self.maximumWorks, deadline)
  }

  /// The one work that a text means; nil for none.
  ///
  /// Throws: `Problem` where it means several.
  func work(meantBy text: String) async throws -> WorkEntry? {
    let meant = try await works(called: text).meant(by: text)
    guard meant.count < 2 else { throw Problem.ambiguousWork(text, meant) }
    return meant.first
  }

  /// How a file calls a work: by its title where no other has that, else by its id.
  func section(for work: WorkLabel) async throws -> String {
    let namesakes = try await works(called: work.title).filter { $0.isCalled(work.title) }
    let isTelling = namesakes.count == 1 && AliasName.flaw(in: work.title) == nil
    return isTelling && !work.title.contains("]") ? work.title : work.id
  }
}

extension ReindexScope {
  /// What has to be read again for a file or folder of an archive; all of it where the path lies
  /// elsewhere, as where a folder of the archive is reached by a link.
  init(path: String, in archive: [String]) {
    self.init(paths: ArchivePath.lies(path, in: archive) ? [path] : [])
  }
}
