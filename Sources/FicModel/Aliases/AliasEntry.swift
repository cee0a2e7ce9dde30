/// Somebody whom the user names: a name, and the other names of the same person.
package struct AliasEntry: Hashable, Sendable {
  /// The name to show.
  package var name: String

  /// Other names; none for somebody who is only to be kept apart from others.
  package var aliases: [String]

  /// The work in which this holds, by its title or its id; nil for all works.
  package var work: String?

  /// Creates an entry.
  package init(name: String, aliases: [String] = [], work: String? = nil) {
    self.name = name
    self.aliases = aliases
    self.work = work
  }

  /// Whether the entry holds in a work and not in all.
  package func isOf(_ id: WorkID, titled title: String) -> Bool {
    guard let work else { return false }
    return WorkID(work) == id || AliasName.key(work) == AliasName.key(title)
  }
}
