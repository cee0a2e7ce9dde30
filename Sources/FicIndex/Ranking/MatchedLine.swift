package import FicModel

/// A line that answers a query.
package struct MatchedLine: Hashable, Sendable {
  /// The line.
  package var key: LineKey

  /// The leaves that it holds; none where it stands for a stretch or a turn in which no word was
  /// asked for.
  package var leaves: LeafSet

  /// The places in it that match.
  package var matches: Int

  /// The number of its stretch in the chapter.
  package var stretch: Int

  /// Its zone.
  package var zone: ZoneKind

  /// Creates a matched line.
  package init(key: LineKey, leaves: LeafSet, matches: Int, stretch: Int, zone: ZoneKind) {
    self.key = key
    self.leaves = leaves
    self.matches = matches
    self.stretch = stretch
    self.zone = zone
  }
}
