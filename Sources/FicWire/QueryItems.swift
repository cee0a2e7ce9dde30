public import FicModel

/// The names and values behind the `?` of a request's target, in order.
public struct QueryItems: Hashable, Sendable {
  /// A name with its value, decoded.
  public struct Item: Hashable, Sendable {
    /// The name.
    public var name: String

    /// The value.
    public var value: String

    /// Creates an item.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// In the order of the target.
  public private(set) var items: [Item] = []

  /// Creates an empty list.
  public init() {}

  /// Reads the part of a target behind its `?`.
  ///
  /// Throws: `Problem` `bad_parameter` for a broken percent-encoding.
  public init(encoded: String) throws(Problem) {
    for part in encoded.split(separator: "&") {
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentEncoding.decode(pieces[0], plusIsBlank: true),
        let value = PercentEncoding.decode(pieces.count > 1 ? pieces[1] : "", plusIsBlank: true)
      else {
        throw Problem(
          code: "bad_parameter",
          status: 400,
          detail: "the parameter '\(part.prefix(80))' is not percent-encoded UTF-8",
          hint: "write a percent sign as %25, and other bytes than letters and digits as %XX"
        )
      }
      items.append(Item(name: name, value: value))
    }
  }

  /// Adds an item unless its value is nil.
  public mutating func append(_ name: String, _ value: String?) {
    if let value { items.append(Item(name: name, value: value)) }
  }

  /// Adds the items of another list.
  public mutating func append(_ other: QueryItems) { items += other.items }

  /// Removes all items of some names.
  public mutating func remove(_ names: [String]) {
    items.removeAll { names.contains($0.name) }
  }

  /// The first value of a name.
  public subscript(name: String) -> String? { items.first { $0.name == name }?.value }

  /// All values of a name, in order.
  public func values(of name: String) -> [String] {
    items.filter { $0.name == name }.map(\.value)
  }

  /// The percent-encoded form, without a `?`.
  public var encoded: String {
    // By hand: the first `joined` of a process looks through all conformances, a tenth of a
    // millisecond.
    var text = ""
    for item in items {
      if !text.isEmpty { text += "&" }
      text += PercentEncoding.encode(item.name)
      text += "="
      text += PercentEncoding.encode(item.value)
    }
    return text
  }

  /// A number from a range, nil where it is not given.
  ///
  /// Throws: `Problem` `bad_parameter` for anything else.
  public func integer(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
    guard let text = self[name] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .badParameter(
        name,
        text,
        expected: "a number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  /// A figure from 0 to 1, nil where it is not given.
  ///
  /// Throws: `Problem` `bad_parameter` for anything else.
  public func fraction(_ name: String) throws(Problem) -> Double? {
    guard let text = self[name] else { return nil }
    guard let figure = Double(text), (0...1).contains(figure) else {
      throw .badParameter(name, text, expected: "a figure from 0 to 1")
    }
    return figure
  }

  /// `true` or `false`, nil where it is not given.
  ///
  /// Throws: `Problem` `bad_parameter` for anything else.
  public func flag(_ name: String) throws(Problem) -> Bool? {
    guard let text = self[name] else { return nil }
    guard let flag = Bool(text) else {
      throw .badParameter(name, text, expected: "true or false")
    }
    return flag
  }

  /// One of the values of an enumeration, nil where it is not given.
  ///
  /// Throws: `Problem` `bad_parameter` for anything else.
  public func choice<Choice>(_ name: String, as type: Choice.Type) throws(Problem) -> Choice?
  where Choice: CaseIterable & RawRepresentable<String> {
    guard let text = self[name] else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw .badParameter(name, text, expected: "one of \(names)")
    }
    return choice
  }

  /// Refuses names that are not in `known`, so that a misspelt one is not ignored in silence.
  ///
  /// Throws: `Problem` `unknown_parameter`.
  public func requireOnly(_ known: [String]) throws(Problem) {
    guard let unknown = items.first(where: { !known.contains($0.name) }) else { return }
    let names = (known + FormParameters.names).joined(separator: ", ")
    throw Problem(
      code: "unknown_parameter",
      status: 400,
      detail: "there is no parameter '\(unknown.name.prefix(80))' here",
      hint: "this path takes \(names)"
    )
  }
}
