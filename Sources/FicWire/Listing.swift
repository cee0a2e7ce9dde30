public import FicModel

/// A list under one key, for those who do not ask for lines: `{"works":[…]}`.
public struct Listing<Element: JSONWritable>: JSONWritable {
  /// The key.
  public var key: String

  /// The elements.
  public var elements: [Element]

  /// Creates a list.
  public init(_ key: String, _ elements: [Element]) {
    self.key = key
    self.elements = elements
  }

  /// Appends an object with the one key.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field(key, elements)
    }
  }
}

extension Listing: Sendable where Element: Sendable {}

extension Listing: Equatable where Element: Equatable {}
