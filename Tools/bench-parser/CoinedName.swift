/// Names that nobody has: `Lo`, `Mika`.
enum CoinedName {
  private static let syllables = ["ka", "lo", "mi", "ne", "ru", "sa", "te", "vo", "xi", "zu"]

  /// The name that no other number has.
  static func of(_ number: Int) -> String {
    var rest = number
    var name = ""
    repeat {
      name += syllables[rest % 10]
      rest /= 10
    } while rest > 0
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
