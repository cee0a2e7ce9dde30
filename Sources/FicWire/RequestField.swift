import FicModel

/// One thing that a request may say: its query item, its option on the command line, and where its
/// value is kept.
struct RequestField<Parameters>: Sendable {
  /// How a command says it.
  enum Option: Sendable {
    /// An option with the value behind it.
    case value(String)
    /// A flag, where the value is not the default.
    case flag(String)
    /// A flag a value.
    case flags([String: String])
    /// Not by an option: it is what the command is about.
    case none
  }

  /// The name of the query item.
  let name: String

  /// How a command says it.
  let option: Option

  /// The value as the query item has it; nil where it is the default.
  let value: @Sendable (Parameters) -> String?

  /// Reads the value from the query items; `most` bounds how much may be asked for at once.
  let read: @Sendable (inout Parameters, QueryItems, _ most: Int) throws(Problem) -> Void

  /// Declares a field.
  init(
    _ name: String,
    _ option: Option,
    value: @escaping @Sendable (Parameters) -> String?,
    read: @escaping @Sendable (inout Parameters, QueryItems, _ most: Int) throws(Problem) -> Void
  ) {
    self.name = name
    self.option = option
    self.value = value
    self.read = read
  }
}

extension RequestField {
  /// A path to a property, which any thread may use.
  typealias Path<Value> = WritableKeyPath<Parameters, Value> & Sendable

  /// Declares a text; an empty one is the default.
  static func text(_ name: String, _ option: Option, _ path: any Path<String>) -> Self {
    Self(
      name,
      option,
      value: { $0[keyPath: path].isEmpty ? nil : $0[keyPath: path] },
      read: { parameters, items, _ throws(Problem) in
        parameters[keyPath: path] = items[name] ?? ""
      }
    )
  }

  /// Declares a text that may be left out.
  static func text(_ name: String, _ option: Option, _ path: any Path<String?>) -> Self {
    Self(
      name,
      option,
      value: { $0[keyPath: path] },
      read: { parameters, items, _ throws(Problem) in parameters[keyPath: path] = items[name] }
    )
  }

  /// Declares whether something is wanted.
  static func flag(_ name: String, _ option: String, _ path: any Path<Bool>) -> Self {
    Self(
      name,
      .flag(option),
      value: { $0[keyPath: path] ? "true" : nil },
      read: { parameters, items, _ throws(Problem) in
        parameters[keyPath: path] = try items.flag(name) ?? false
      }
    )
  }

  /// Declares a number that may be left out, from 1 to what may be asked for at once.
  static func amount(_ name: String, _ path: any Path<Int?>) -> Self {
    Self(
      name,
      .value("--\(name)"),
      value: { $0[keyPath: path].map(String.init) },
      read: { parameters, items, most throws(Problem) in
        parameters[keyPath: path] = try items.integer(name, in: 1...most)
      }
    )
  }

  /// Declares the number of a chapter that may be left out, from 1.
  static func chapter(_ name: String, _ path: any Path<Int?>) -> Self {
    Self(
      name,
      .value("--\(name)"),
      value: { $0[keyPath: path].map(String.init) },
      read: { parameters, items, _ throws(Problem) in
        parameters[keyPath: path] = try items.integer(name, in: 1...APIPath.lastChapter)
      }
    )
  }

  /// Declares one of the values of an enumeration.
  static func choice<Choice>(
    _ name: String,
    _ option: Option,
    _ path: any Path<Choice>,
    default standard: Choice
  ) -> Self
  where Choice: CaseIterable & RawRepresentable<String> & Equatable & Sendable {
    Self(
      name,
      option,
      value: { $0[keyPath: path] == standard ? nil : $0[keyPath: path].rawValue },
      read: { parameters, items, _ throws(Problem) in
        parameters[keyPath: path] = try items.choice(name, as: Choice.self) ?? standard
      }
    )
  }
}

extension Array {
  /// The names of the query items.
  func names<Parameters>() -> [String] where Element == RequestField<Parameters> { map(\.name) }

  /// The query items that say what some parameters say; what has its default is left out.
  func queryItems<Parameters>(_ parameters: Parameters) -> QueryItems
  where Element == RequestField<Parameters> {
    var items = QueryItems()
    for field in self { items.append(field.name, field.value(parameters)) }
    return items
  }

  /// Reads query items.
  ///
  /// - Throws: `Problem` for a name of no field, or a value out of its range.
  func read<Parameters>(
    _ items: QueryItems,
    into parameters: inout Parameters,
    most: Int
  ) throws(Problem) where Element == RequestField<Parameters> {
    try items.requireOnly(names())
    for field in self { try field.read(&parameters, items, most) }
  }

  /// Adds the options that say what some parameters say to a command.
  func append<Parameters>(_ parameters: Parameters, to words: inout CommandWords)
  where Element == RequestField<Parameters> {
    for field in self {
      guard let value = field.value(parameters) else { continue }
      switch field.option {
      case .value(let option): words.append(option: option, value)
      case .flag(let flag): words.append(flag: flag, true)
      case .flags(let flags): if let flag = flags[value] { words.append(flag: flag, true) }
      case .none: break
      }
    }
  }
}
