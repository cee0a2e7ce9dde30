public import FicModel

/// What is asked of casts, as the query items of `/v1/cast`.
public struct CastParameters: Hashable, Sendable {
  /// How a cast is shown on a screen, or written for another program.
  public enum View: String, CaseIterable, Hashable, Sendable {
    /// Each member with what is known of it.
    case list
    /// Chapters by people: who speaks how much where.
    case grid
    /// Where each member appears, and where not.
    case timeline
    /// Who talks with whom, as a graph of GEXF 1.3.
    case gexf
    /// The same as GraphML.
    case graphml
    /// The same in Graphviz's language.
    case dot

    /// The media type of a graph; nil of what has the form that is asked for.
    public var mediaType: String? {
      switch self {
      case .list, .grid, .timeline: nil
      case .gexf: "application/gexf+xml"
      case .graphml: "application/graphml+xml"
      case .dot: "text/vnd.graphviz; charset=utf-8"
      }
    }
  }

  /// The title of the work, or its id; empty for all works.
  public var work: String

  /// Only those with this name; empty for all.
  public var name: String

  /// How it is shown; records as JSON and CSV are the same in the first three.
  public var view: View

  /// The last chapter that was read, of which nothing later may show; nil for all.
  public var upto: Int?

  /// The most members, from 1; nil for the daemon's default.
  public var limit: Int?

  /// Creates parameters.
  public init(
    work: String = "",
    name: String = "",
    view: View = .list,
    upto: Int? = nil,
    limit: Int? = nil
  ) {
    self.work = work
    self.name = name
    self.view = view
    self.upto = upto
    self.limit = limit
  }

  /// Reads query items; `maximumLimit` bounds `limit`.
  ///
  /// Throws: `Problem` for an unknown name or a value out of its range.
  public init(_ items: QueryItems, maximumLimit: Int = 1000) throws(Problem) {
    self.init()
    try Self.fields.read(items, into: &self, most: max(1, maximumLimit))
  }

  /// The target of the request line.
  public var target: String { APIPath.target(APIPath.cast, Self.fields.queryItems(self)) }

  private static let fields: [RequestField<CastParameters>] = [
    .text("work", .none, \.work),
    .text("name", .value("--name"), \.name),
    .choice("view", .none, \.view, default: .list),
    .chapter("upto", \.upto),
    .amount("limit", \.limit),
  ]
}
