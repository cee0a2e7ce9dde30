import FicIndex

/// Tells how often a leaf occurs in a row: a word, words one after the other, or phrases near each
/// other.
struct LeafMatcher {
  /// A word of the leaf.
  struct Word {
    /// Its postings.
    var postings: TermPostings

    /// The phrase that it is a word of.
    var phrase: Int

    /// Its place in the phrase.
    var offset: Int32

    /// Whether it is the first word of its phrase that is looked at.
    fileprivate var begins = false

    /// Its posting of the row that is looked at.
    fileprivate var match = TermPostings.Match(row: 0, segment: 0, index: 0)

    /// Creates a word.
    init(postings: TermPostings, phrase: Int, offset: Int32) {
      self.postings = postings
      self.phrase = phrase
      self.offset = offset
    }
  }

  /// The rarest word: a row that has it is looked at.
  private(set) var lead: TermPostings

  private let column: Int
  private let distance: Int

  /// The number of words of each phrase.
  private let lengths: [Int]

  private let isPairOfWords: Bool

  /// The other words, the rarest first; `lead` is of the first phrase, at `leadOffset`.
  private var others: [Word]
  private let leadOffset: Int32

  /// The places where each phrase may begin in that row.
  private var starts: [PositionBuffer]

  /// Prepares a leaf; nil where nothing can hold it: a phrase has no word, or some word is nowhere.
  ///
  /// - Parameters:
  ///   - words: The words of all phrases.
  ///   - lengths: The number of words of each phrase, 1 or more phrases.
  ///   - distance: The most words between two phrases.
  ///   - column: The column to look into.
  init?(_ words: [Word], lengths: [Int], distance: Int, column: Int) {
    var order = words.sorted { $0.postings.leafCount < $1.postings.leafCount }
    guard let rarest = order.first, !words.contains(where: \.postings.isEmpty),
      lengths.indices.allSatisfy({ phrase in words.contains { $0.phrase == phrase } })
    else { return nil }
    order.removeFirst()
    // The phrase of the rarest word changes places with the first.
    var begun: Set = [0]
    for place in order.indices {
      switch order[place].phrase {
      case rarest.phrase: order[place].phrase = 0
      case 0: order[place].phrase = rarest.phrase
      default: break
      }
      order[place].begins = begun.insert(order[place].phrase).inserted
    }
    var lengths = lengths
    lengths.swapAt(0, rarest.phrase)
    self.lengths = lengths
    isPairOfWords = lengths == [1, 1]
    self.distance = distance
    self.column = column
    lead = rarest.postings
    leadOffset = rarest.offset
    others = order
    starts = lengths.map { _ in PositionBuffer() }
  }

  /// Reads the next rows of the rarest word; see `TermPostings.loadNext`.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  mutating func loadNext(from lower: Int) throws -> Int { try lead.loadNext(from: lower) }

  /// How often the leaf occurs in a row; rows ascend from call to call.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  mutating func frequency(inRow row: Int) throws -> Int {
    guard let match = try lead.find(row) else { return 0 }
    return try frequency(match)
  }

  /// How often the leaf occurs in a row of the rarest word; rows ascend from call to call.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  mutating func frequency(_ match: TermPostings.Match) throws -> Int {
    if others.isEmpty { return lead.count(match, inColumn: column) }
    for place in others.indices {
      guard let found = try others[place].postings.find(match.row) else { return 0 }
      others[place].match = found
    }
    lead.readPositions(match, inColumn: column, less: leadOffset, into: &starts[0])
    for place in others.indices {
      let (phrase, offset) = (others[place].phrase, others[place].offset)
      if others[place].begins {
        others[place].postings.readPositions(
          others[place].match,
          inColumn: column,
          less: offset,
          into: &starts[phrase]
        )
      } else {
        others[place].postings.keep(
          &starts[phrase],
          before: offset,
          others[place].match,
          inColumn: column
        )
      }
      if starts[phrase].isEmpty { return 0 }
    }
    return frequencyOfPhrases()
  }

  /// How often the phrases stand near each other, where `starts` says.
  private func frequencyOfPhrases() -> Int {
    guard starts.count > 1 else { return starts[0].count }
    if isPairOfWords, !starts[0].isSame(as: starts[1]) {
      return NearPair.frequency(starts[0], starts[1], distance: distance)
    }
    let participants = NearMatcher.participants(
      starts.map(\.array),
      lengths: lengths,
      distance: distance
    )
    return participants.map(\.count).min() ?? 0
  }
}
