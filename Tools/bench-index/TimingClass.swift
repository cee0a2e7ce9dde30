import BenchQueries

/// The figures of a class of queries.
struct TimingClass {
  /// The class.
  var name: String

  /// The median of its queries' times, in microseconds.
  var p50: Double

  /// The time that one query in a hundred exceeds, in microseconds.
  var p99: Double

  /// The classes of some timings, in the order in which they first come.
  static func classes(of timings: [Timing]) -> [TimingClass] {
    var seen: Set<String> = []
    let names = timings.map(\.query.group).filter { seen.insert($0).inserted }
    return names.map { name in
      let own = timings.filter { $0.query.group == name }.map(\.microseconds).sorted()
      return TimingClass(
        name: name,
        p50: own[own.count / 2],
        p99: own[min(own.count - 1, own.count * 99 / 100)]
      )
    }
  }
}
