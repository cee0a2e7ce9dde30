public import FicModel

/// The targets of requests, percent-encoded, ready for the request line.
public enum APIPath {
  /// Searches; takes `SearchParameters`.
  public static let search = "/v1/search"

  /// Counts matches part by part; takes `CountParameters`.
  public static let count = "/v1/count"

  /// Says how evenly matches lie; takes `SearchParameters`.
  public static let dispersion = "/v1/dispersion"

  /// Lists words beside matches; takes `CollocateParameters`.
  public static let collocates = "/v1/collocates"

  /// Lists cast members; takes `CastParameters`.
  public static let cast = "/v1/cast"

  /// Lists what somebody is called; takes `CalledParameters`.
  public static let called = "/v1/called"

  /// Lists works; takes `WorksParameters`.
  public static let works = "/v1/works"

  /// Completes a word.
  public static let complete = "/v1/complete"

  /// Starts a job; takes a `ReindexRequest`.
  public static let reindex = "/v1/reindex"

  /// Starts a job that removes what is gone and kept; takes a `ForgetRequest`.
  public static let forget = "/v1/forget"

  /// Lists what came, changed and went.
  public static let changes = "/v1/changes"

  /// Lists, sets and removes aliases; setting takes an `AliasRequest`.
  public static let aliases = "/v1/aliases"

  /// Lists, sets and takes back corrections; setting takes a `CorrectionRequest`.
  public static let corrections = "/v1/corrections"

  /// Lists, saves and removes named queries.
  public static let queries = "/v1/queries"

  /// Lists, begins and ends watches of queries; a `POST` asks what is new.
  public static let watches = "/v1/watches"

  /// Takes messages of the Model Context Protocol.
  public static let mcp = "/mcp"

  /// Reports the daemon's state.
  public static let status = "/v1/status"

  /// Says whether the daemon answers.
  public static let health = "/healthz"

  /// Figures for Prometheus.
  public static let metrics = "/metrics"

  /// The daemon's state; with `listsFiles`, all files that have a problem.
  public static func status(listsFiles: Bool) -> String {
    var items = QueryItems()
    items.append("files", listsFiles ? "true" : nil)
    return target(status, items)
  }

  /// What came, changed and went from a moment on, as `ChangesStart` reads it.
  public static func changes(since: String, limit: Int? = nil) -> String {
    var items = QueryItems()
    items.append("since", since)
    items.append("limit", limit.map(String.init))
    return target(changes, items)
  }

  /// A work.
  public static func work(id: String) -> String { "\(works)/\(PercentEncoding.encode(id))" }

  /// The greatest number of a chapter that may be asked for.
  public static let lastChapter = 100_000

  /// The query item that says up to which chapter somebody has read.
  public static let upto = "upto"

  /// The query item that leads from a passage to the one beside it; a `ReadingStep`.
  public static let step = "step"

  /// The whole chapter that a REF lies in, or the one beside it.
  public static func chapter(
    ref: String,
    step: ReadingStep = .here,
    upto: Int? = nil
  ) -> String {
    target("\(WireVersion.pathPrefix)/chapters/\(PercentEncoding.encode(ref))", items(step, upto))
  }

  /// The scene that a REF lies in, or the one beside it.
  public static func scene(
    ref: String,
    step: ReadingStep = .here,
    upto: Int? = nil
  ) -> String {
    target("\(WireVersion.pathPrefix)/scenes/\(PercentEncoding.encode(ref))", items(step, upto))
  }

  private static func items(_ step: ReadingStep, _ upto: Int?) -> QueryItems {
    var items = QueryItems()
    items.append(Self.upto, upto.map(String.init))
    items.append(Self.step, step == .here ? nil : step.rawValue)
    return items
  }

  /// The file and the line of a REF.
  public static func place(ref: String) -> String {
    "\(WireVersion.pathPrefix)/places/\(PercentEncoding.encode(ref))"
  }

  /// The aliases that hold in a work, and those of all works; nil asks for everything.
  public static func aliases(work: String?) -> String {
    var items = QueryItems()
    items.append("work", work)
    return target(aliases, items)
  }

  /// What `DELETE` removes: some aliases of a name, or the name where there are none.
  public static func aliases(name: String, aliases removed: [String], work: String?) -> String {
    var items = QueryItems()
    items.append("name", name)
    for alias in removed { items.append("alias", alias) }
    items.append("work", work)
    return target(aliases, items)
  }

  /// The corrections of a work; nil asks for all.
  public static func corrections(work: String?) -> String {
    var items = QueryItems()
    items.append("work", work)
    return target(corrections, items)
  }

  /// What `DELETE` takes back: what is set of the line at a REF.
  public static func corrections(ref: String) -> String {
    var items = QueryItems()
    items.append("ref", ref)
    return target(corrections, items)
  }

  /// What `DELETE` removes: a saved query or a watch.
  public static func named(_ path: String, _ name: String) -> String {
    var items = QueryItems()
    items.append("name", name)
    return target(path, items)
  }

  /// The body that saves or watches a query.
  public static func namedQuery(_ name: String, _ query: String) -> QueryItems {
    var items = QueryItems()
    items.append("name", name)
    items.append("query", query)
    return items
  }

  /// The body that asks what is new of a watched query, or of all.
  public static func newLines(of name: String?, isLook: Bool) -> QueryItems {
    var items = QueryItems()
    items.append("name", name)
    items.append("look", isLook ? "true" : nil)
    return items
  }

  /// A job.
  public static func job(id: String) -> String {
    "\(WireVersion.pathPrefix)/jobs/\(PercentEncoding.encode(id))"
  }

  /// What goes on from `prefix`.
  public static func complete(
    prefix: String,
    kind: CompletionSubject = .word,
    limit: Int? = nil
  ) -> String {
    var items = QueryItems()
    items.append("prefix", prefix)
    items.append("kind", kind == .word ? nil : kind.rawValue)
    items.append("limit", limit.map(String.init))
    return target(complete, items)
  }

  /// A path with more items behind it.
  public static func target(_ path: String, _ items: QueryItems) -> String {
    if items.items.isEmpty { return path }
    return path + (path.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + items.encoded
  }

  /// Percent-encodes a text, as trailers hold it.
  public static func encode(_ text: String) -> String { PercentEncoding.encode(text) }

  /// Decodes one segment of a path; nil where it is not percent-encoded UTF-8.
  public static func decodeSegment(_ segment: String) -> String? {
    PercentEncoding.decode(segment[...], plusIsBlank: false)
  }
}
