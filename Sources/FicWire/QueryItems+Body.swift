import FicModel

extension QueryItems {
  /// The media type of a body that is written like the query of a target.
  public static let formType = "application/x-www-form-urlencoded"

  /// Reads the body of a request: items, or a JSON object of texts, numbers, truths and lists of
  /// them.
  ///
  /// - Parameters:
  ///   - bytes: The body; an empty one holds nothing.
  ///   - type: What the header `Content-Type` says; without one it is JSON.
  ///
  /// It is nil for anything else.
  public init?(body bytes: [UInt8], type: String?) {
    self.init()
    if bytes.isEmpty { return }
    if type?.hasPrefix(Self.formType) ?? false {
      guard let items = try? Self(encoded: String(decoding: bytes, as: UTF8.self)) else {
        return nil
      }
      self = items
      return
    }
    guard case .object(let fields)? = try? JSONValue(bytes) else { return nil }
    for (name, value) in fields {
      guard let texts = Self.texts(of: value) else { return nil }
      for text in texts { append(name, text) }
    }
  }

  private static func texts(of value: JSONValue) -> [String]? {
    switch value {
    case .null: return []
    case .string(let text): return [text]
    case .bool(let flag): return [String(flag)]
    case .integer(let number): return [String(number)]
    case .number(let number): return [String(describing: number)]
    case .array(let values):
      var texts: [String] = []
      for value in values {
        guard case .string(let text) = value else { return nil }
        texts.append(text)
      }
      return texts
    case .object: return nil
    }
  }
}
