/// What a backend can do, as `status` shows it.
package struct IndexCapabilities: Hashable, Sendable {
  /// The backend's name and version, for `status`.
  package var name: String

  /// Whether it finds words near each other.
  package var near: Bool

  /// Whether its totals are exact.
  package var exactTotals: Bool

  /// Whether it proposes words that are like another.
  package var suggestions: Bool

  /// Creates capabilities.
  package init(name: String, near: Bool, exactTotals: Bool, suggestions: Bool) {
    self.name = name
    self.near = near
    self.exactTotals = exactTotals
    self.suggestions = suggestions
  }
}
