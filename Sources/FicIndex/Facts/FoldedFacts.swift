package import FicModel

/// The facts of a work as queries see them: folded to terms, numbers as numbers.
package struct FoldedFacts: Hashable, Sendable {
  /// A value of a key.
  package struct Value: Hashable, Sendable {
    /// Its key.
    package var key: FactKey

    /// Its terms with a blank between two; of a ship as `FoldedShip` writes it.
    package var bytes: [UInt8]

    /// Creates a value.
    package init(key: FactKey, bytes: [UInt8]) {
      self.key = key
      self.bytes = bytes
    }
  }

  /// Changes when the same metadata gives other facts, so that an index makes them anew.
  package static let version = 2

  /// What is longer is a paragraph and no name; the rest of it is left out.
  private static let longestValue = 1024

  /// Each value once, by key, then as it is written.
  package let values: [Value]

  /// What is known of the numbers.
  package let figures: [FigureKey: Int]

  /// Folds what is known of a work.
  ///
  /// - Parameters:
  ///   - facts: What its source says.
  ///   - label: Its title and authors.
  ///   - path: Where it stands on disk.
  package init(_ facts: WorkFacts, label: WorkLabel, path: String) {
    var lists: [FactKey: [String]] = [
      .title: [label.title], .author: label.authors, .fandom: facts.fandoms,
      .char: facts.characters, .tag: facts.tags, .warning: facts.warnings, .genre: facts.genres,
    ]
    lists[.series] = facts.series.map { [$0] }
    lists[.rating] = facts.rating.map { [$0] }
    lists[.status] = facts.status.map { [$0] }
    lists[.site] = facts.site.map { [$0] }
    lists[.lang] = facts.language.map { [LanguageName.name(of: $0) ?? $0] }
    lists[.file] = path.split(separator: "/").last.map { [String($0)] }
    var values: Set<Value> = []
    for (key, list) in lists {
      for text in list {
        let bytes = Self.bounded(FoldedWords.bytes(of: text))
        if !bytes.isEmpty { values.insert(Value(key: key, bytes: bytes)) }
      }
    }
    for ship in facts.ships {
      let bytes = Self.bounded(FoldedShip(ShipName(ship)).bytes)
      if bytes.count > 1 { values.insert(Value(key: .ship, bytes: bytes)) }
    }
    self.values = values.sorted { left, right in
      left.key == right.key
        ? left.bytes.lexicographicallyPrecedes(right.bytes) : left.key.rawValue < right.key.rawValue
    }
    var figures: [FigureKey: Int] = [:]
    figures[.words] = facts.words
    figures[.chapters] = facts.chapters
    figures[.published] = facts.published?.number
    figures[.updated] = facts.updated?.number
    self.figures = figures
  }

  /// The terms that fit.
  private static func bounded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > longestValue else { return bytes }
    let end = bytes.prefix(longestValue).lastIndex(of: 0x20) ?? longestValue
    return Array(bytes[..<end])
  }

  /// Folds what is known of a stored work.
  package init(_ id: WorkID, path: String, metadata: WorkMetadata) {
    self.init(
      WorkFacts(metadata),
      label: WorkLabel(id, path: path, metadata: metadata),
      path: path
    )
  }
}
