/// A sample of what a text says, small enough to keep and to compare with every other text.
///
/// Every run of five terms of the story has a hash, and the sketch keeps those below a limit,
/// whatever the text. So the sketches of two texts hold the same sample of what the texts share,
/// the sketch of a whole is the union of its parts', and how much of one text is in another can be
/// told for texts of different lengths. (The sample by a limit is Broder's "mod" sketch, 1997,
/// called FracMinHash since Irber et al., 2022.)
package struct TextSketch: Hashable, Sendable {
  /// Texts below so many hashes say too little to be compared; only equal ones count then.
  package static let leastHashes = 8

  /// The terms of a run: fewer meet by chance, more break at every edited word.
  static let run = 5

  /// One run in 32: about 2 bytes of sketch for 100 bytes of text.
  static let coarseLimit: UInt32 = 1 << 27

  /// One run in 4, for short texts.
  static let fineLimit: UInt32 = 1 << 30

  /// A text of fewer terms is short.
  static let shortText = 512

  /// A union of short texts with more hashes is no short text.
  private static let mostFineHashes = 512

  /// One run in 256: what other texts are looked up by.
  private static let keyLimit: UInt32 = 1 << 24

  /// The hash of all terms, in their order; of what is no story where there is no story.
  package var content: UInt64

  /// Every hash is below.
  package private(set) var limit: UInt32

  /// Ascending, without repetition.
  package private(set) var hashes: [UInt32]

  /// Creates a sketch, of a text without a term by default; hashes may come in any order.
  package init(content: UInt64 = blank, limit: UInt32 = fineLimit, hashes: [UInt32] = []) {
    self.content = content
    self.limit = limit
    // Parts come in ascending runs, which a stable sort only has to merge.
    let ascending = hashes.sorted()
    self.hashes = []
    self.hashes.reserveCapacity(ascending.count)
    for hash in ascending where hash < limit && hash != self.hashes.last {
      self.hashes.append(hash)
    }
  }

  /// What a text without a term has.
  static let blank = TermHash().value

  /// The sketch of the parts of a text, in their order; parts without a term count for nothing.
  package init(of parts: [TextSketch]) {
    let parts = parts.filter { $0.content != Self.blank }
    if parts.isEmpty {
      self.init()
      return
    }
    if parts.count == 1 {
      self = parts[0]
      return
    }
    let content = parts.reduce(into: TermHash()) { $0.combine($1.content) }.value
    let limit = parts.map(\.limit).min() ?? Self.fineLimit
    var hashes: [UInt32] = []
    for part in parts { hashes.append(contentsOf: part.hashes.prefix { $0 < limit }) }
    self.init(content: content, limit: limit, hashes: hashes)
    if limit > Self.coarseLimit, self.hashes.count > Self.mostFineHashes {
      self.init(content: content, limit: Self.coarseLimit, hashes: self.hashes)
    }
  }

  /// The hashes by which texts that share something are found: some of all, the lowest of a short
  /// one.
  package var keys: [UInt32] {
    let count = hashes.prefix { $0 < Self.keyLimit }.count
    return Array(hashes.prefix(max(count, Self.leastHashes)))
  }

  /// Whether it pays to compare two texts of which one has `keys` keys, the other `others`, and
  /// both `shared`.
  ///
  /// Of texts that have something to do with each other, far more than a fifth is shared; where
  /// there are fewer than 32 keys, chance has too much of a say.
  package static func isWorthComparing(shared: Int, keys: Int, others: Int) -> Bool {
    let fewer = min(keys, others)
    return shared > 0 && (fewer < leastTellingKeys || shared * leastTellingShare >= fewer)
  }

  /// So many keys of another text are enough for `isWorthComparing`, whatever it has more.
  package static func keysThatTell(shared: Int) -> Int {
    max(leastTellingKeys, shared * leastTellingShare + 1)
  }

  private static let leastTellingKeys = 32
  private static let leastTellingShare = 5

  /// How much of this text is in `other`, 0…1; nil where that cannot be told.
  ///
  /// Complexity: linear in the hashes of both.
  package func share(in other: TextSketch) -> Double? {
    if content == other.content { return content == Self.blank ? nil : 1 }
    let limit = min(limit, other.limit)
    let own = hashes.prefix { $0 < limit }
    guard own.count >= Self.leastHashes else { return nil }
    var found = 0
    var place = other.hashes.startIndex
    for hash in own {
      while place < other.hashes.endIndex, other.hashes[place] < hash { place += 1 }
      guard place < other.hashes.endIndex else { break }
      if other.hashes[place] == hash { found += 1 }
    }
    return Double(found) / Double(own.count)
  }

  /// How much of the shorter text is in the longer one, 0…1; nil where that cannot be told.
  package func overlap(with other: TextSketch) -> Double? {
    let shares = [share(in: other), other.share(in: self)].compactMap(\.self)
    return shares.max()
  }
}
