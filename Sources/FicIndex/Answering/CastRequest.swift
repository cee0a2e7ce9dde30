/// What is asked of casts.
package struct CastRequest: Hashable, Sendable {
  /// A work's id, or a part of titles; empty for all works.
  package var work: String

  /// What the names must hold; empty for all.
  package var name: String

  /// The last chapter that was read, of which nothing later may show; nil for all.
  package var upto: Int?

  /// The most members.
  package var limit: Int

  /// Creates a request.
  package init(work: String = "", name: String = "", upto: Int? = nil, limit: Int = 1000) {
    self.work = work
    self.name = name
    self.upto = upto
    self.limit = limit
  }
}
