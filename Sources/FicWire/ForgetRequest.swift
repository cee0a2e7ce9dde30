public import FicModel

/// The body of `POST /v1/forget`.
public struct ForgetRequest: Hashable, Sendable, JSONWritable {
  /// The most that one request may name.
  public static let maximum = 256

  /// What is gone from the archive and shall be kept no longer: REFs of chapters or works, or parts
  /// of titles.
  public var forget: [String]

  /// Creates a request.
  public init(forget: [String]) {
    self.forget = forget
  }

  /// Appends `forget`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("forget", forget)
    }
  }
}

extension ForgetRequest: JSONReadable {
  /// Reads what `write(to:)` writes.
  ///
  /// Throws: `JSONError` for what is no object, or names nothing or too much.
  public init(json: JSONValue) throws(JSONError) {
    self.init(forget: try json.read("forget"))
    guard (1...Self.maximum).contains(forget.count) else {
      throw JSONError(expected: "1 to \(Self.maximum) names")
    }
  }
}
