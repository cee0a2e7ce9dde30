public import FicModel

/// A list under one key, for those who do not ask for lines: `{"works":[…]}`.
public struct Listing<Element: JSONWritable>: JSONWritable {
  /// The key.
  public var key: String

  /// The elements.
  public var elements: [Element]

  /// Whether there are more than these.
  public var isCut: Bool

  /// Creates a list.
  public init(_ key: String, _ elements: [Element], isCut: Bool = false) {
    self.key = key
    self.elements = elements
    self.isCut = isCut
  }

  /// Appends an object with the one key, and `cut` where there are more.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field(key, elements)
      if isCut { object.field("cut", true) }
    }
  }
}

extension Listing: Sendable where Element: Sendable {}

extension Listing: Equatable where Element: Equatable {}
