import FicModel

extension Problem {
  /// Nothing is at the path.
  static func noSuchPath(_ path: String) -> Problem {
    Problem(
      code: "no_such_path",
      status: 404,
      detail: "there is nothing at '\(path.prefix(200))'",
      hint: "the paths are /v1/search, /v1/cast, /v1/works, /v1/chapters, /v1/scenes, /v1/places, "
        + "/v1/complete, /v1/changes, /v1/reindex, /v1/forget, /v1/jobs, /v1/aliases, /v1/status, "
        + "/mcp, /healthz and /metrics"
    )
  }

  /// The path exists, the method does not.
  static func noSuchMethod(_ method: String, _ path: String, allowed: String) -> Problem {
    Problem(
      code: "no_such_method",
      status: 405,
      detail: "'\(path.prefix(200))' cannot be asked with \(method.prefix(40))",
      hint: "it takes \(allowed)"
    )
  }

  /// The peer may not start jobs or set aliases.
  static func notAdmin(user: UInt32, adminGroup: String) -> Problem {
    let group = adminGroup.isEmpty ? "an admin group (server.adminGroup)" : "group \(adminGroup)"
    return Problem(
      code: "not_admin",
      status: 403,
      detail: "user \(user) may search, but neither start a reindex, nor set aliases, nor forget",
      hint: "root, the daemon's user and members of \(group) may; who was just added logs in anew"
    )
  }

  /// More queries wait than may.
  static func tooBusy(waiting: Int) -> Problem {
    Problem(
      code: "too_busy",
      status: 503,
      detail: "\(waiting) queries wait already",
      hint: "try again in a moment; server.queuedQueries is the bound"
    )
  }

  /// The body of a request is larger than allowed.
  static func bodyTooLarge(bound: Int) -> Problem {
    Problem(
      code: "body_too_large",
      status: 413,
      detail: "the body of the request is longer than \(bound) bytes",
      hint: "name folders instead of many files, or no path at all for the whole archive"
    )
  }

  /// A reference that is none.
  static func badReference(_ text: String) -> Problem {
    Problem(
      code: "bad_reference",
      status: 400,
      detail: "'\(text.prefix(80))' is no REF",
      hint: "a REF looks like k7f2qdmx:3:1045; hits show theirs"
    )
  }

  /// A reference to what is not in the index.
  static func notFound(_ reference: String) -> Problem {
    Problem(
      code: "not_found",
      status: 404,
      detail: "'\(reference.prefix(80))' is not in the index",
      hint: "the work may have gone or got other chapters; search again"
    )
  }

  /// A job that the daemon does not know.
  static func noSuchJob(_ id: String) -> Problem {
    Problem(
      code: "no_such_job",
      status: 404,
      detail: "there is no job '\(id.prefix(80))'",
      hint:
        "the daemon keeps the last jobs until it stops; 'ficsearch status' shows the present one"
    )
  }

  /// A path that is not indexed.
  static func outsideArchive(_ path: String, archive: [String]) -> Problem {
    Problem(
      code: "outside_archive",
      status: 400,
      detail: "'\(path.prefix(400))' is not in the archive",
      hint: archive.isEmpty
        ? "no archive is configured; set archive.paths"
        : "the archive is \(archive.joined(separator: ", "))"
    )
  }

  /// What nobody has thought of.
  static let unexpected = Problem(
    code: "internal",
    status: 500,
    detail: "the daemon met an error that it does not know",
    hint: "its log says more: journalctl -u ficsearchd"
  )
}
