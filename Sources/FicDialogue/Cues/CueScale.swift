/// How counts, distances and places become cues.
enum CueScale {
  /// A logarithm of a count: 0 for none, 1 for about fifty.
  static func count(_ count: Int) -> Float {
    count < table.count ? table[max(0, count)] : log(count)
  }

  /// A logarithm of a weight that need not be whole.
  static func mass(_ mass: Double) -> Float {
    mass > 0 ? Float(Logarithm.rough(1 + mass)) / 4 : 0
  }

  /// 1 for the first place of a list, a half for the second; 0 for none, which is below 0.
  static func place(_ place: Int) -> Float { place < 0 ? 0 : 1 / Float(place + 1) }

  private static let table: [Float] = (0..<256).map(log)

  private static func log(_ count: Int) -> Float { Float(Logarithm.rough(Double(count + 1))) / 4 }
}
