import ArgumentParser

/// The arguments of a command that takes a query, as the argument parser is to read them.
///
/// One rule tells a query from an option: what begins with one hyphen is a query, `-harry draco`,
/// unless it is a hyphen and one letter, as short options are. The parser would take such a query
/// apart into short options, so it gets it with a space in front, which a query does not see.
struct QueryArguments {
  /// The words of the query.
  let text: String

  /// The first word that can only be an option, and is none of this command.
  let unknownOption: String?

  /// Reads what the parser left over.
  init(_ words: [String]) {
    let options = words.prefix { $0 != "--" }
    unknownOption = options.first { $0.hasPrefix("-") && $0 != "-" && !Self.isQuery($0) }
    let plain = options.map { Self.isMarked($0) ? String($0.dropFirst()) : $0 }
    text = (plain + words.dropFirst(plain.count + 1)).joined(separator: " ")
  }

  /// Says what is wrong with a search for these words.
  ///
  /// - Parameter limit: The most results that are asked for.
  /// - Throws: `ValidationError`.
  func validate(limit: Int?) throws {
    if let limit, !(1...1000).contains(limit) {
      throw ValidationError("--limit takes a number from 1 to 1000.")
    }
    if text.allSatisfy({ $0 == " " }) {
      throw ValidationError("What to search? For example: ficsearch \"Smith\".")
    }
    if let option = unknownOption {
      throw ValidationError("Unknown option \(option). A query that begins so goes behind '--'.")
    }
  }

  /// The arguments with a space in front of each query that begins with a hyphen, up to `--`.
  static func marked(_ arguments: [String]) -> [String] {
    let options = arguments.prefix { $0 != "--" }
    return options.map { isQuery($0) ? " " + $0 : $0 } + arguments.dropFirst(options.count)
  }

  /// Whether an argument that begins with a hyphen is a query.
  static func isQuery(_ argument: String) -> Bool {
    var bytes = argument.utf8.makeIterator()
    guard bytes.next() == UInt8(ascii: "-"), let second = bytes.next() else { return false }
    if second == UInt8(ascii: "-") { return false }
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(second | 0x20)
    return !isLetter || bytes.next() != nil
  }

  private static func isMarked(_ argument: String) -> Bool {
    argument.hasPrefix(" ") && isQuery(String(argument.dropFirst()))
  }
}
