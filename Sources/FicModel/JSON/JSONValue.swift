/// A JSON value, as RFC 8259 has them.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number without fraction and exponent that fits.
  case integer(Int)
  /// Any other number.
  case number(Double)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object; of a key that stands twice the last counts.
  case object([String: JSONValue])

  /// Reads one JSON value that takes up all of `bytes`, white space apart.
  ///
  /// Complexity: linear. Throws: `JSONError` with the offset of what is no JSON, or is nested
  /// deeper than 64 levels.
  public init(_ bytes: [UInt8]) throws(JSONError) {
    var scanner = JSONScanner(bytes)
    self = try scanner.document()
  }

  /// The value of a key of an object; null where there is none.
  public subscript(key: String) -> JSONValue {
    if case .object(let fields) = self { fields[key] ?? .null } else { .null }
  }

  /// The value of a key, read as what is wanted.
  ///
  /// Throws: `JSONError` that names the key.
  public func read<Value: JSONReadable>(
    _ key: String,
    as type: Value.Type = Value.self
  ) throws(JSONError) -> Value {
    do {
      return try Value(json: self[key])
    } catch {
      throw JSONError(expected: "\(error.expected) in \"\(key)\"")
    }
  }

  /// The value of a key, read as what is wanted; nil where it is null or absent.
  ///
  /// Throws: `JSONError` that names the key.
  public func read<Value: JSONReadable>(
    ifPresent key: String,
    as type: Value.Type = Value.self
  ) throws(JSONError) -> Value? {
    self[key] == .null ? nil : try read(key)
  }
}
