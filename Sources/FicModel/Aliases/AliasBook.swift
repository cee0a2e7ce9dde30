/// All that the user says about names, and what of it holds in a work.
package struct AliasBook: Sendable {
  /// In the order of the files.
  package let entries: [AliasEntry]

  private let everywhere: [AliasEntry]
  private let scoped: [AliasEntry]

  /// Creates a book.
  package init(_ entries: [AliasEntry]) {
    self.entries = entries
    everywhere = Self.merged(entries.filter { $0.work == nil })
    scoped = entries.filter { $0.work != nil }
  }

  /// The people of a work, each with all names.
  ///
  /// What is said of the work overrules what is said of all works.
  ///
  /// Complexity: linear in the names.
  package func people(of work: WorkID, titled title: String) -> [AliasEntry] {
    let own = scoped.filter { $0.isOf(work, titled: title) }
    return own.isEmpty ? everywhere : Self.merged(own + everywhere)
  }

  /// Makes one entry of all that have a name; a name that two claim is the first one's.
  private static func merged(_ entries: [AliasEntry]) -> [AliasEntry] {
    var owners: [String: String] = [:]
    var places: [String: Int] = [:]
    var result: [AliasEntry] = []
    for entry in entries {
      let owner = AliasName.key(entry.name)
      guard owners[owner, default: owner] == owner else { continue }
      owners[owner] = owner
      let place = places[owner] ?? result.count
      if place == result.count {
        places[owner] = place
        result.append(AliasEntry(name: entry.name))
      }
      for alias in entry.aliases where owners[AliasName.key(alias)] == nil {
        owners[AliasName.key(alias)] = owner
        result[place].aliases.append(alias)
      }
    }
    return result
  }
}
