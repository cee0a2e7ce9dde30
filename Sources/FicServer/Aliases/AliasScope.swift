import FicModel

/// Where an alias holds: in one work, or in all.
enum AliasScope: Hashable, Sendable {
  /// In all works.
  case everywhere
  /// In a work of the index, which a new section calls `selector`.
  case work(WorkID, title: String, path: String, selector: String)
  /// In a work that the index does not have any more.
  case gone(selector: String)

  /// The id of the work; nil for all works.
  var work: String? {
    if case .work(let id, _, _, _) = self { return id.description }
    return nil
  }

  /// Whether an entry of a file holds just there.
  func holds(_ entry: AliasEntry) -> Bool {
    switch self {
    case .everywhere: entry.work == nil
    case .work(let id, let title, _, _): entry.isOf(id, titled: title)
    case .gone(let selector): entry.work.map(AliasName.key) == AliasName.key(selector)
    }
  }

  /// How a file calls the work: as one of its sections does, else by the selector.
  func section(in file: AliasFile) -> String? {
    if case .everywhere = self { return nil }
    if let known = file.entries.first(where: { holds($0.entry) }) { return known.entry.work }
    switch self {
    case .everywhere: return nil
    case .work(_, _, _, let selector), .gone(let selector): return selector
    }
  }

  /// What has to be read again.
  func reindex(archive: [String]) -> ReindexScope {
    if case .work(_, _, let path, _) = self { return ReindexScope(path: path, in: archive) }
    return ReindexScope()
  }
}
