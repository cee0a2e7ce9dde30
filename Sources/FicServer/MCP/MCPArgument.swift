import FicModel
import FicWire

/// Something that a tool is called with.
struct MCPArgument: Sendable {
  /// What values it takes.
  enum Kind: Sendable {
    case text
    case flag
    case number(ClosedRange<Int>)
    case choice([String])
  }

  /// What it is called.
  let name: String

  /// What values it takes.
  let kind: Kind

  /// What it does, for whoever calls.
  let meaning: String

  /// Whether the tool cannot be called without it.
  let isRequired: Bool

  /// The query item that says the same.
  let item: String

  /// Declares an argument; the query item has its name unless another is given.
  init(
    _ name: String,
    _ kind: Kind,
    _ meaning: String,
    isRequired: Bool = false,
    item: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.isRequired = isRequired
    self.item = item ?? name
  }

  /// What a caller is told of it, as JSON Schema.
  var schema: JSONValue {
    var schema: [String: JSONValue] = ["description": .string(meaning)]
    switch kind {
    case .text: schema["type"] = .string("string")
    case .flag: schema["type"] = .string("boolean")
    case .number(let range):
      schema["type"] = .string("integer")
      schema["minimum"] = .integer(range.lowerBound)
      if range.upperBound < Int.max { schema["maximum"] = .integer(range.upperBound) }
    case .choice(let names):
      schema["type"] = .string("string")
      schema["enum"] = .array(names.map(JSONValue.string))
    }
    return .object(schema)
  }

  /// A value as the query item has it; its range is looked at where the item is read.
  ///
  /// - Throws: `Problem` for a list or an object.
  func text(of value: JSONValue) throws(Problem) -> String? {
    switch value {
    case .null: return nil
    case .string(let text): return text
    case .bool(let flag): return String(flag)
    case .integer(let number): return String(number)
    case .number(let number): return Int(exactly: number).map(String.init) ?? number.description
    case .array, .object:
      throw Problem(
        code: "bad_parameter",
        status: 400,
        detail: "the argument \(name) is a list or an object",
        hint: "it takes one value"
      )
    }
  }
}
