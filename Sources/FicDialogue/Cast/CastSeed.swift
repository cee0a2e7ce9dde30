/// A person whom the user told us of before the text was read, in an alias file.
package struct CastSeed: Hashable, Sendable {
  /// The name to show.
  package var name: String

  /// Other names of the same person.
  package var aliases: [String]

  /// Creates a seed.
  package init(name: String, aliases: [String] = []) {
    self.name = name
    self.aliases = aliases
  }
}
