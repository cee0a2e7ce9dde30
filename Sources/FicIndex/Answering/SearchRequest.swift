package import FicQuery

/// What is asked of a `SearchEngine`.
package struct SearchRequest: Hashable, Sendable {
  /// How the hits are ordered.
  package enum Sort: String, CaseIterable, Hashable, Sendable {
    /// Of several words the closest lines first; works by relevance, their lines as read.
    case works
    /// By how close the line comes, whatever the work.
    case relevance
    /// As the index is read: work by work, in the order of their ids.
    case story
    /// The works that were changed last first, their lines as read.
    case newest
    /// By the words before each match, from it on backwards; of a concordance.
    case left
    /// By the words behind each match; of a concordance.
    case right
  }

  /// What is wanted of the hits.
  package enum View: String, CaseIterable, Hashable, Sendable {
    /// A hit for each line with a match.
    case lines
    /// A hit for each match, with what stands on either side.
    case kwic
    /// Figures only.
    case count
  }

  /// The greatest number of hits a page.
  package static let maximumLimit = 1000

  /// The greatest number of lines before and after a hit.
  package static let maximumContext = 20

  /// The query as it was typed.
  package var query: String

  /// The number of hits wanted; at least 1 and at most `maximumLimit` are given.
  package var limit: Int

  /// Where to go on: what the last page's `end` gave.
  package var cursor: String?

  /// The order.
  package var sort: Sort

  /// The lines before and after each hit; at most `maximumContext`.
  package var contextLines: Int

  /// What is wanted.
  package var view: View

  /// The least confidence of who speaks, unless the query says; 0…1.
  package var minimumConfidence: Double

  /// The part of the text to look into, unless the query says.
  package var zone: QueryZone

  /// Whether copies of works that answer are shown too.
  package var showsCopies: Bool

  /// Whether words are meant as written, without their inflections.
  package var isExact: Bool

  /// How much the query may hold.
  package var limits: QueryLimits

  /// Whether long lines are shown whole.
  package var isFull = false

  /// The characters on either side of a match in a concordance: half a wide terminal.
  package var margin = 80

  /// The last chapter that was read, of which nothing later may show; nil for all.
  package var upto: Int?

  /// How many hits are drawn by lot; nil for all.
  package var sample: Int?

  /// What decides the lot.
  package var seed: UInt64 = 0

  /// What plans it; the part of the text that is looked into may be another.
  func planner(zone: QueryZone? = nil) -> Planner {
    Planner(zone: zone ?? self.zone, minimumConfidence: minimumConfidence, isExact: isExact)
  }

  /// Creates a request.
  ///
  /// A speaker is taken as sure from a confidence of 0.5 on: more often right than not.
  package init(
    query: String,
    limit: Int = 20,
    cursor: String? = nil,
    sort: Sort = .works,
    contextLines: Int = 0,
    view: View = .lines,
    minimumConfidence: Double = 0.5,
    zone: QueryZone = .story,
    showsCopies: Bool = false,
    isExact: Bool = false,
    limits: QueryLimits = QueryLimits()
  ) {
    self.query = query
    self.limit = limit
    self.cursor = cursor
    self.sort = sort
    self.contextLines = contextLines
    self.view = view
    self.minimumConfidence = minimumConfidence
    self.zone = zone
    self.showsCopies = showsCopies
    self.isExact = isExact
    self.limits = limits
  }
}
