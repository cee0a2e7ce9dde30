/// What measured times say together.
package struct Quantiles: Sendable {
  /// The time that half of them exceed.
  package let p50: Double

  /// The time that one in a hundred exceeds.
  package let p99: Double

  /// Sums up times; zeros where there are none.
  package init(_ times: [Double]) {
    let sorted = times.sorted()
    p50 = Self.value(of: sorted, at: sorted.count / 2)
    p99 = Self.value(of: sorted, at: sorted.count * 99 / 100)
  }

  private static func value(of sorted: [Double], at place: Int) -> Double {
    sorted.isEmpty ? 0 : (sorted[min(sorted.count - 1, place)] * 10).rounded() / 10
  }
}

extension Duration {
  /// The duration in microseconds.
  package var microseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1e6 + Double(attoseconds) / 1e12
  }
}
