/// The targets of requests, percent-encoded, ready for the request line.
public enum APIPath {
  /// Searches; takes `SearchParameters`.
  public static let search = "/v1/search"

  /// Lists cast members.
  public static let cast = "/v1/cast"

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

  /// The cast of works whose title holds `work`, and of these members those named `name`; an empty
  /// text asks for all.
  public static func cast(work: String, name: String, limit: Int? = nil) -> String {
    var items = QueryItems()
    items.append("work", work.isEmpty ? nil : work)
    items.append("name", name.isEmpty ? nil : name)
    items.append("limit", limit.map(String.init))
    return target(cast, items)
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

  /// The whole chapter that a REF lies in.
  public static func chapter(ref: String) -> String {
    "\(WireVersion.pathPrefix)/chapters/\(PercentEncoding.encode(ref))"
  }

  /// The scene that a REF lies in.
  public static func scene(ref: String) -> String {
    "\(WireVersion.pathPrefix)/scenes/\(PercentEncoding.encode(ref))"
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

  /// A job.
  public static func job(id: String) -> String {
    "\(WireVersion.pathPrefix)/jobs/\(PercentEncoding.encode(id))"
  }

  /// The words and names that start with `prefix`.
  public static func complete(prefix: String, limit: Int? = nil) -> String {
    var items = QueryItems()
    items.append("prefix", prefix)
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
