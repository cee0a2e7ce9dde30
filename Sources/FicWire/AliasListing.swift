public import FicModel

/// The answer of `GET /v1/aliases`: what is set, and what in the files is not understood.
public struct AliasListing: Hashable, Sendable, JSONWritable {
  /// In the order of the files.
  public var aliases: [AliasRecord]

  /// Lines that are left out, and files that cannot be read.
  public var problems: [FileProblem]

  /// Creates a listing.
  public init(aliases: [AliasRecord] = [], problems: [FileProblem] = []) {
    self.aliases = aliases
    self.problems = problems
  }

  /// Appends `aliases`, `problems`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("aliases", aliases)
      object.field("problems", problems)
    }
  }

  /// The listing as JSON Lines.
  public var lineBytes: [UInt8] {
    let lines = aliases.map(\.jsonBytes) + problems.map(\.jsonBytes)
    return Array(lines.map { $0 + [0x0A] }.joined())
  }

  /// Takes a line of `lineBytes`.
  ///
  /// Throws: `JSONError` for what is none.
  public mutating func append(line json: JSONValue) throws(JSONError) {
    switch try json.read("type", as: String.self) {
    case "alias": aliases.append(try AliasRecord(json: json))
    case "file_problem": problems.append(try FileProblem(json: json))
    default: throw JSONError(expected: "an alias or a problem")
    }
  }
}
