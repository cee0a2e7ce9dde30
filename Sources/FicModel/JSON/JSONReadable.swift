/// A value that reads itself from JSON.
///
/// The standard library's `Decodable` would do; a client that lives for a few milliseconds cannot
/// afford the generic metadata that a decoder builds at run time.
public protocol JSONReadable {
  /// Reads the value.
  ///
  /// Throws: `JSONError` where the JSON is of another shape.
  init(json: JSONValue) throws(JSONError)
}

extension String: JSONReadable {
  /// Reads a JSON string.
  public init(json: JSONValue) throws(JSONError) {
    guard case .string(let value) = json else { throw JSONError(expected: "a string") }
    self = value
  }
}

extension Int: JSONReadable {
  /// Reads a JSON number without fraction.
  public init(json: JSONValue) throws(JSONError) {
    guard case .integer(let value) = json else { throw JSONError(expected: "a whole number") }
    self = value
  }
}

extension Double: JSONReadable {
  /// Reads a JSON number.
  public init(json: JSONValue) throws(JSONError) {
    switch json {
    case .integer(let value): self = Double(value)
    case .number(let value): self = value
    default: throw JSONError(expected: "a number")
    }
  }
}

extension Bool: JSONReadable {
  /// Reads `true` or `false`.
  public init(json: JSONValue) throws(JSONError) {
    guard case .bool(let value) = json else { throw JSONError(expected: "true or false") }
    self = value
  }
}

extension Array: JSONReadable where Element: JSONReadable {
  /// Reads a JSON array.
  public init(json: JSONValue) throws(JSONError) {
    guard case .array(let values) = json else { throw JSONError(expected: "an array") }
    self = []
    reserveCapacity(values.count)
    for value in values { append(try Element(json: value)) }
  }
}

extension JSONReadable where Self: RawRepresentable<String> {
  /// Reads a JSON string that is one of the raw values.
  public init(json: JSONValue) throws(JSONError) {
    guard case .string(let text) = json, let value = Self(rawValue: text) else {
      throw JSONError(expected: "a known name")
    }
    self = value
  }
}
