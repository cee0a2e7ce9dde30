public import FicModel

/// The answer of `GET /v1/queries` and `/v1/watches`: the queries, and what in the file is not
/// understood.
public struct NamedQueryListing: Hashable, Sendable, JSONWritable {
  /// In the order of the file.
  public var queries: [NamedQueryRecord]

  /// Lines that are left out.
  public var problems: [FileProblem]

  /// Creates a listing.
  public init(queries: [NamedQueryRecord], problems: [FileProblem] = []) {
    self.queries = queries
    self.problems = problems
  }

  /// Appends `queries`, `problems`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("queries", queries)
      object.field("problems", problems)
    }
  }

  /// The listing as JSON Lines.
  public var lineBytes: [UInt8] {
    let lines = queries.map(\.jsonBytes) + problems.map(\.jsonBytes)
    return Array(lines.map { $0 + [0x0A] }.joined())
  }
}
