public import FicModel

/// What a search asks, as the query items of `/v1/search`.
public struct SearchParameters: Hashable, Sendable {
  /// The order of hits.
  public enum Sort: String, CaseIterable, Hashable, Sendable {
    /// The most relevant work first, in it as read.
    case works
    /// The most relevant line first, whatever its work.
    case relevance
    /// By work, in it as read.
    case story
    /// The work that was updated last first, in it as read.
    case newest
  }

  /// The form of the answer.
  public enum View: String, CaseIterable, Hashable, Sendable {
    /// Lines with their matches.
    case lines
    /// A concordance: one hit a match, in its context.
    case kwic
    /// How much there is.
    case count
  }

  /// The names of the query items.
  public static let names = [
    "q", "limit", "cursor", "sort", "context", "view", "confidence", "in", "copies", "exact",
  ]

  /// The greatest number of context lines on either side.
  public static let maximumContext = 20

  /// The query, in the query language.
  public var query: String

  /// The most hits, from 1; nil for the daemon's default.
  public var limit: Int?

  /// Where the answer before ended; nil for the first page.
  public var cursor: String?

  /// The order of hits.
  public var sort: Sort

  /// Lines of context before and after each hit, 0…`maximumContext`.
  public var context: Int

  /// The form of the answer.
  public var view: View

  /// The least confidence of who speaks, 0…1; nil for the daemon's default.
  public var minimumConfidence: Double?

  /// Where to look, a value of the field `in:`; nil for the story.
  public var zone: String?

  /// Whether copies of works that answer are shown too.
  public var copies: CopiesChoice

  /// Whether words of the text are meant as written, without their inflections.
  public var isExact: Bool

  /// Creates parameters.
  public init(
    query: String,
    limit: Int? = nil,
    cursor: String? = nil,
    sort: Sort = .works,
    context: Int = 0,
    view: View = .lines,
    minimumConfidence: Double? = nil,
    zone: String? = nil,
    copies: CopiesChoice = .fold,
    isExact: Bool = false
  ) {
    self.query = query
    self.limit = limit
    self.cursor = cursor
    self.sort = sort
    self.context = context
    self.view = view
    self.minimumConfidence = minimumConfidence
    self.zone = zone
    self.copies = copies
    self.isExact = isExact
  }

  /// Reads query items; `maximumLimit` bounds `limit`.
  ///
  /// Throws: `Problem` for an unknown name, a missing query or a value out of its range.
  public init(_ items: QueryItems, maximumLimit: Int = 1000) throws(Problem) {
    try items.requireOnly(Self.names)
    guard let query = items["q"] else {
      throw Problem(
        code: "missing_parameter",
        status: 400,
        detail: "the request has no query",
        hint: "give it as q, percent-encoded: \(APIPath.search)?q=%22in%20the%20garden%22"
      )
    }
    self.init(
      query: query,
      limit: try items.integer("limit", in: 1...max(1, maximumLimit)),
      cursor: items["cursor"],
      sort: try items.choice("sort", as: Sort.self) ?? .works,
      context: try items.integer("context", in: 0...Self.maximumContext) ?? 0,
      view: try items.choice("view", as: View.self) ?? .lines,
      minimumConfidence: try items.fraction("confidence"),
      zone: items["in"],
      copies: try items.choice("copies", as: CopiesChoice.self) ?? .fold,
      isExact: try items.flag("exact") ?? false
    )
  }

  /// The query items; what has its default is left out.
  public var items: QueryItems {
    var items = QueryItems()
    items.append("q", query)
    items.append("limit", limit.map(String.init))
    items.append("cursor", cursor)
    items.append("sort", sort == .works ? nil : sort.rawValue)
    items.append("context", context == 0 ? nil : String(context))
    items.append("view", view == .lines ? nil : view.rawValue)
    items.append("confidence", minimumConfidence?.description)
    items.append("in", zone)
    items.append("copies", copies == .fold ? nil : copies.rawValue)
    items.append("exact", isExact ? "true" : nil)
    return items
  }

  /// The target of the request line.
  public var target: String { APIPath.target(APIPath.search, items) }
}
