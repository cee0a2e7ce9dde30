/// A secret of 128 random bits, as text for an address or a cookie.
struct Secret: Sendable {
  let text: String

  /// Draws a secret from the system's source of random numbers.
  init() {
    var random = SystemRandomNumberGenerator()
    text = (0..<2).map { _ in
      let digits = String(random.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  /// Whether a text is the secret.
  func isSame(as other: String) -> Bool { Self.areSame(text, other) }

  /// Whether two texts are the same; the time tells nothing of where they differ.
  static func areSame(_ one: String, _ other: String) -> Bool {
    let (own, given) = (Array(one.utf8), Array(other.utf8))
    guard own.count == given.count else { return false }
    return zip(own, given).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
