import FicModel
import FicWire

/// The paths of the pages, and links to them.
package enum PagePath {
  /// The first page.
  package static let start = "/"
  /// A search; takes `SearchParameters`.
  package static let search = "/search"
  /// What matches stand where, beside the answer to a search; takes `SearchParameters`.
  package static let facets = "/facets"
  /// Text in its place; a REF follows.
  package static let read = "/read"
  /// What may be said of a line; a REF follows.
  package static let fix = "/fix"
  /// The file that a text was read from; a REF follows.
  package static let file = "/file"
  /// A list of works; takes `WorksParameters`.
  package static let shelf = "/shelf"
  /// A work; its id follows.
  package static let work = "/works"
  /// Who is in a work; takes `CastParameters`.
  package static let cast = "/cast"
  /// Figures; takes `SearchParameters` and what to show.
  package static let count = "/count"
  /// What pages are made with; the name of a file follows.
  package static let assets = "/assets"

  /// Whether a path is a page's.
  package static func isPage(_ path: String) -> Bool {
    path == start
      || [search, facets, read, fix, file, shelf, work, cast, count, assets].contains { page in
        path == page || path.hasPrefix(page + "/")
      }
  }

  /// A search.
  static func search(_ asked: SearchParameters) -> String {
    APIPath.target(search, asked.items)
  }

  /// A search for some words.
  static func search(_ query: String, upto: Int? = nil) -> String {
    var asked = SearchParameters(query: query)
    asked.upto = upto
    return search(asked)
  }

  /// A list of works.
  static func shelf(_ asked: WorksParameters) -> String { APIPath.target(shelf, asked.items) }

  /// The line at a REF in its chapter, with what a query finds there marked.
  package static func read(_ ref: String, query: String = "", upto: Int? = nil) -> String {
    var items = QueryItems()
    items.append("q", query.isEmpty ? nil : query)
    items.append(APIPath.upto, upto.map(String.init))
    return APIPath.target("\(read)/\(segment(ref))", items) + "#" + segment(ref)
  }

  /// What may be said of the line at a REF.
  static func fix(_ ref: String, upto: Int? = nil) -> String {
    bordered("\(fix)/\(segment(ref))", upto)
  }

  /// The file that the text at a REF was read from.
  static func file(_ ref: String) -> String { "\(file)/\(segment(ref))" }

  /// A work.
  package static func work(_ id: String, upto: Int? = nil) -> String {
    bordered("\(work)/\(segment(id))", upto)
  }

  /// Who is in a work; nil for all works.
  package static func cast(
    work: String? = nil,
    name: String? = nil,
    upto: Int? = nil
  ) -> String {
    var items = QueryItems()
    items.append("work", work)
    items.append("name", name)
    items.append(APIPath.upto, upto.map(String.init))
    return APIPath.target(cast, items)
  }

  /// All lines of somebody in a work.
  static func lines(of name: String, in work: String, upto: Int? = nil) -> String {
    search("from:\(quoted(name)) work:\(work)", upto: upto)
  }

  /// A value of a field, between quotation marks.
  static func quoted(_ text: String) -> String {
    "\"" + text.filter { $0 != "\"" } + "\""
  }

  private static func bordered(_ path: String, _ upto: Int?) -> String {
    var items = QueryItems()
    items.append(APIPath.upto, upto.map(String.init))
    return APIPath.target(path, items)
  }

  private static func segment(_ text: String) -> String { APIPath.encode(text) }
}
