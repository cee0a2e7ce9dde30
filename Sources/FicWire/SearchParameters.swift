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
    /// A concordance by the words before each match, from it on backwards.
    case left
    /// A concordance by the words behind each match.
    case right
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

  /// The greatest number of context lines on either side.
  public static let maximumContext = 20

  /// The bounds of the characters on either side of a match in a concordance.
  public static let margins = 1...1000

  /// The characters on either side of a match in a concordance that does not say how many.
  public static let defaultMargin = 80

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

  /// Whether long lines are shown whole.
  public var isFull = false

  /// The characters on either side of a match in a concordance; nil for as many as the screen has.
  public var margin: Int?

  /// How many hits are drawn by lot; nil for all.
  public var sample: Int?

  /// What decides the lot: the same seed draws the same hits from the same index.
  public var seed = 0

  /// Whether words of the text are meant as written, without their inflections.
  public var isExact: Bool

  /// The last chapter that was read, of which nothing later may show; nil for all.
  public var upto: Int?

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
    guard let query = items["q"] else {
      throw Problem(
        code: "missing_parameter",
        status: 400,
        detail: "the request has no query",
        hint: "give it as q, percent-encoded: \(APIPath.search)?q=%22in%20the%20garden%22"
      )
    }
    self.init(query: query)
    try Self.fields.read(items, into: &self, most: max(1, maximumLimit))
    guard view == .kwic || sort != .left && sort != .right else {
      throw .badParameter("sort", sort.rawValue, expected: "another order, or view=kwic with it")
    }
  }

  /// The query items; what has its default is left out.
  public var items: QueryItems { Self.fields.queryItems(self) }

  /// The target of the request line.
  public var target: String { APIPath.target(APIPath.search, items) }
}
