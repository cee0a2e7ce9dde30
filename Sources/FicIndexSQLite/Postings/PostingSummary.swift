import FicIndex
import FicModel

/// What a search for one word wants of a very long posting list.
///
/// The figures of each work, and the best units: so a search costs as much as there are works, however
/// many units hold the word.
///
/// A *share* is the score of a unit for a term whose weight is 1: a term's weight changes with every
/// chapter of the archive and is multiplied in at last. Shares depend on the mean length of units, as
/// `BM25.meanLength` rounds it; with another mean the summary is of no use until the next merge.
///
/// The stored form: the mean length (8 bytes of a little-endian Float64); the number of best units
/// (varint), and for each the unit and its frequency (varints); then for each work with matches the
/// distance of its index from the one before, its units, units less chapters, units less scenes,
/// matches less units (varints), and the sum of the shares (4 bytes of a little-endian Float32).
struct PostingSummary {
  /// The most units that are kept as the best.
  static let maximumBest = 128

  /// The figures of a work.
  struct Work: Equatable {
    /// The work's index in the directory.
    var index: Int

    /// The units that hold the term.
    var units: Int

    /// Their chapters.
    var chapters: Int

    /// Their scenes.
    var scenes: Int

    /// How often they hold it.
    var matches: Int

    /// The sum of their shares.
    var share: Float
  }

  /// A unit with how often it holds the term.
  struct Unit: Equatable {
    /// The unit.
    var unit: Int

    /// How often.
    var frequency: Int
  }

  /// The mean length of units, in words.
  let meanLength: Double

  /// The best units, the best first.
  let best: [Unit]

  /// The works that have the term, ascending by index.
  let works: [Work]

  /// Whether a list deserves a summary: a fourth of the units hold its term.
  static func isWorthwhile(_ list: PostingList) -> Bool {
    list.bytes.count > TermBlock.maximumInlineBytes && list.count >= list.units / 4
  }

  /// Adds a list up.
  ///
  /// - Parameters:
  ///   - list: The list of a term of the text.
  ///   - directory: Its units.
  ///   - names: The ids of the works of the directory, which order units of equal scores.
  ///   - meanLength: The mean length of units.
  init(_ list: PostingList, _ directory: UnitDirectory, names: [WorkID], meanLength: Double) {
    self.meanLength = meanLength
    var tallier = UnitTallier(directory, names: names, best: Self.maximumBest)
    let norms = BM25.norms(ofLengths: directory.lengths.max() ?? 0, mean: meanLength)
    let scoring = UnitTallier.Scoring(weight: 1, countsText: true, norms: norms)
    tallier.add(list, in: [0..<directory.units], scoring)
    works = zip(tallier.workIndexes, tallier.works).map { index, work in
      Work(
        index: Int(index),
        units: work.units,
        chapters: work.chapters,
        scenes: work.scenes,
        matches: work.matches,
        share: Float(work.score)
      )
    }
    var places: [WorkID: Int] = [:]
    for (index, name) in names.enumerated() { places[name] = index }
    best = tallier.best.sorted.compactMap { best in
      guard let work = places[best.key.chapter.work],
        let chapter = directory.index(
          ofChapter: RowKey.chapter(
            ordinal: directory.works[work].ordinal,
            number: best.key.chapter.chapter
          )
        )
      else { return nil }
      let unit =
        directory.units(ofChapterAt: chapter).lowerBound + best.key.ordinal
      var frequency = 0
      list.forEach(in: unit..<unit + 1) { frequency = $1 }
      return Unit(unit: unit, frequency: frequency)
    }
  }

  /// Reads the stored form.
  ///
  /// - Throws: `DamagedRecord` where it does not fit the directory.
  init(_ bytes: [UInt8], _ directory: UnitDirectory) throws(DamagedRecord) {
    let span = bytes.span
    meanLength = Double(bitPattern: bytes.wideNumber(at: 0))
    var reader = VarintReader(at: 8)
    let count = reader.next(span)
    guard bytes.count > 8, count <= Self.maximumBest else { throw Self.damaged }
    var best: [Unit] = []
    for _ in 0..<count {
      let unit = Unit(unit: reader.next(span), frequency: reader.next(span))
      guard unit.unit < directory.units else { throw Self.damaged }
      best.append(unit)
    }
    var works: [Work] = []
    works.reserveCapacity(directory.works.count)
    var index = -1
    while reader.offset < bytes.count {
      index += reader.next(span)
      let units = reader.next(span)
      let (chapters, scenes) = (units - reader.next(span), units - reader.next(span))
      let matches = units + reader.next(span)
      guard index >= 0, index < directory.works.count, reader.offset + 4 <= bytes.count else {
        throw Self.damaged
      }
      let share = Float(bitPattern: bytes.number(at: reader.offset))
      reader.offset += 4
      works.append(
        Work(
          index: index,
          units: units,
          chapters: chapters,
          scenes: scenes,
          matches: matches,
          share: share
        )
      )
    }
    self.best = best
    self.works = works
  }

  /// The stored form.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(wideNumber: meanLength.bitPattern)
    bytes.append(varint: best.count)
    for unit in best {
      bytes.append(varint: unit.unit)
      bytes.append(varint: unit.frequency)
    }
    var index = -1
    for work in works {
      bytes.append(varint: work.index - index)
      bytes.append(varint: work.units)
      bytes.append(varint: work.units - work.chapters)
      bytes.append(varint: work.units - work.scenes)
      bytes.append(varint: work.matches - work.units)
      bytes.append(number: Int(work.share.bitPattern))
      index = work.index
    }
    return bytes
  }

  /// Whether it is what its list gives, units of equal scores in any order: the works that order them
  /// may be gone since.
  func isTrue(of list: PostingList, _ directory: UnitDirectory) -> Bool {
    let names = directory.works.indices.map { WorkID(rawValue: UInt64($0)) }
    let other = PostingSummary(list, directory, names: names, meanLength: meanLength)
    guard other.works == works, shares(directory) == other.shares(directory) else { return false }
    return best.allSatisfy { best in
      var frequency = 0
      list.forEach(in: best.unit..<best.unit + 1) { frequency = $1 }
      return frequency == best.frequency
    }
  }

  /// The shares of the best units.
  private func shares(_ directory: UnitDirectory) -> [Double] {
    best.map { best in
      BM25.score(
        weight: 1,
        frequency: Double(best.frequency),
        norm: BM25.norm(ofLength: Int(directory.lengths[best.unit]), mean: meanLength)
      )
    }
  }

  private static let damaged = DamagedRecord(cause: "a summary of a posting list is damaged")
}

extension [UInt8] {
  /// The eight bytes at `offset` as a little-endian number.
  fileprivate func wideNumber(at offset: Int) -> UInt64 {
    UInt64(number(at: offset)) | UInt64(number(at: offset + 4)) << 32
  }

  /// Appends a number as eight little-endian bytes.
  fileprivate mutating func append(wideNumber number: UInt64) {
    append(number: Int(truncatingIfNeeded: number & 0xFFFF_FFFF))
    append(number: Int(truncatingIfNeeded: number >> 32))
  }
}
