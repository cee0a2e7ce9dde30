public import FicModel

/// The answer of `GET /v1/corrections`: what is set, and what in the file is not understood.
public struct CorrectionListing: Hashable, Sendable, JSONWritable {
  /// In the order of the file.
  public var corrections: [CorrectionRecord]

  /// Lines that are left out, or why the file cannot be read.
  public var problems: [FileProblem]

  /// Creates a listing.
  public init(corrections: [CorrectionRecord] = [], problems: [FileProblem] = []) {
    self.corrections = corrections
    self.problems = problems
  }

  /// Appends `corrections`, `problems`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("corrections", corrections)
      object.field("problems", problems)
    }
  }

  /// The listing as JSON Lines.
  public var lineBytes: [UInt8] {
    let lines = corrections.map(\.jsonBytes) + problems.map(\.jsonBytes)
    return Array(lines.map { $0 + [0x0A] }.joined())
  }
}
