/// What went wrong, in the form of RFC 9457, for a request or a file.
public struct Problem: Error, Hashable, Sendable {
  /// A short name that never changes: `unknown_field`, `not_found`.
  public var code: String

  /// The HTTP status, 400…599.
  public var status: Int

  /// What is wrong with what, and where.
  public var detail: String

  /// What to do about it.
  public var hint: String?

  /// The faulty part of the query: [start, end) in Unicode scalars.
  public var span: [Int]?

  /// Creates a problem.
  public init(
    code: String,
    status: Int,
    detail: String,
    hint: String? = nil,
    span: [Int]? = nil
  ) {
    self.code = code
    self.status = status
    self.detail = detail
    self.hint = hint
    self.span = span
  }
}

extension Problem {
  /// Codes of an index that nobody can read until somebody mends it.
  private static let lasting: Set = [
    "index_corrupt", "index_newer_schema", "index_not_an_index", "index_unavailable",
  ]

  /// Whether the same request may succeed later, with nothing done but to wait.
  public var mayPass: Bool { (status == 503 || status == 504) && !Self.lasting.contains(code) }
}

extension Problem: JSONWritable {
  /// Appends the record with `"type":"failure"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "failure")
      object.field("code", code)
      object.field("status", status)
      object.field("detail", detail)
      object.field(ifPresent: "hint", hint)
      object.field(ifPresent: "span", span)
    }
  }
}

extension Problem: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      code: try json.read("code"),
      status: try json.read("status"),
      detail: try json.read("detail"),
      hint: try json.read(ifPresent: "hint"),
      span: try json.read(ifPresent: "span")
    )
  }
}
