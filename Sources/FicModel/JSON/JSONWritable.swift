/// A value that writes itself as JSON, its keys in the documented order.
public protocol JSONWritable {
  /// Appends the value.
  func write(to writer: inout JSONWriter)
}

extension JSONWritable {
  /// The value as one line of JSON, without a line end.
  public var jsonBytes: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }
}

extension String: JSONWritable {
  /// Appends a JSON string.
  public func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: JSONWritable {
  /// Appends a JSON number.
  public func write(to writer: inout JSONWriter) { writer.literal(description) }
}

extension UInt64: JSONWritable {
  /// Appends a JSON number.
  public func write(to writer: inout JSONWriter) { writer.literal(description) }
}

extension Double: JSONWritable {
  /// Appends a JSON number; null for what JSON cannot write.
  public func write(to writer: inout JSONWriter) {
    writer.literal(isFinite ? description : "null")
  }
}

extension Bool: JSONWritable {
  /// Appends `true` or `false`.
  public func write(to writer: inout JSONWriter) { writer.literal(self ? "true" : "false") }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  /// Appends the value or `null`.
  public func write(to writer: inout JSONWriter) {
    if let value = self { value.write(to: &writer) } else { writer.literal("null") }
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  /// Appends a JSON array.
  public func write(to writer: inout JSONWriter) {
    writer.array { writer in
      for element in self { writer.element(element) }
    }
  }
}
