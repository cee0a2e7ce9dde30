/// Which of a work's names begin another: "Tam" of "Tamsin", "Nell" of "Nelly".
struct ShortNames {
  /// Shorter ones begin too many.
  private static let fewestBytes = 3
  /// More names with one beginning tell of nobody.
  private static let most = 4

  private var partners: [Int32: [Int32]] = [:]

  /// Finds the pairs among `names`, words of the vocabulary.
  ///
  /// Complexity: that of sorting them.
  init(_ names: [Int32], _ vocabulary: Vocabulary) {
    let sorted = Set(names).map { ($0, Array(vocabulary.table.bytes(of: $0))) }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) }
    for (index, (short, bytes)) in sorted.enumerated() where bytes.count >= Self.fewestBytes {
      let longer = sorted[(index + 1)...].prefix(Self.most + 1).prefix { $0.1.starts(with: bytes) }
      guard longer.count <= Self.most else { continue }
      for (long, all) in longer where Self.isShort(bytes, for: all) {
        partners[short, default: []].append(long)
        partners[long, default: []].append(short)
      }
    }
  }

  /// Whether what a longer name adds may be left out: two letters and more, or a "y".
  private static func isShort(_ bytes: [UInt8], for longer: [UInt8]) -> Bool {
    let rest = longer.count - bytes.count
    // "James'" and "Toms" add an ending, no name.
    return rest > 1 && longer[bytes.count] != UInt8(ascii: "'")
      || rest == 1 && longer.last == UInt8(ascii: "y")
  }

  /// The names that begin a name, and those that it begins.
  func of(_ name: Int32) -> [Int32] { partners[name] ?? [] }
}
