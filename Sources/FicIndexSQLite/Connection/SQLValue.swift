import FicModel

/// A value that a statement is given.
enum SQLValue {
  /// NULL.
  case null
  /// A 64-bit number.
  case integer(Int)
  /// Text.
  case text(String)
  /// Text as UTF-8; bytes that are no UTF-8 are passed on as they are.
  case utf8([UInt8])
  /// Bytes.
  case blob([UInt8])

  /// Text, or NULL for nil.
  static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }

  /// A number, or NULL for nil.
  static func optional(_ number: Int?) -> SQLValue { number.map(SQLValue.integer) ?? .null }

  /// Numbers, for `json_each`.
  static func list(_ numbers: some Sequence<Int>) -> SQLValue {
    .text("[\(numbers.map(String.init).joined(separator: ","))]")
  }

  /// Works, for `json_each`.
  static func list(_ works: [WorkID]) -> SQLValue { .list(works.map { Int($0.rawValue) }) }

  /// The id of a work.
  static func work(_ id: WorkID) -> SQLValue { .integer(Int(id.rawValue)) }
}

extension [SQLValue] {
  /// The bounds of a range, for BETWEEN.
  static func bounds(_ range: ClosedRange<Int>) -> [SQLValue] {
    [.integer(range.lowerBound), .integer(range.upperBound)]
  }
}
