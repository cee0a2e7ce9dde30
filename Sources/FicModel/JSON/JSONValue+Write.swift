extension JSONValue: JSONWritable {
  /// Appends the value; the keys of objects come in their order.
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.literal("null")
    case .bool(let value): value.write(to: &writer)
    case .integer(let value): value.write(to: &writer)
    case .number(let value): value.write(to: &writer)
    case .string(let value): value.write(to: &writer)
    case .array(let values): values.write(to: &writer)
    case .object(let fields):
      writer.object { object in
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) { object.field(key, value) }
      }
    }
  }
}
