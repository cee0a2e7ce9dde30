import FicIndex

extension UnitTallier {
  /// How the postings of one list score.
  struct Scoring {
    /// The weight of the leaf; see `BM25`.
    var weight: Double

    /// Whether its frequencies are matches; else each unit is one.
    var countsText: Bool

    /// `BM25.norm` for each length.
    var norms: [Double]
  }

  /// Adds the units of one list in some ranges: the loop that a search for a frequent word spends its
  /// time in.
  mutating func add(_ list: PostingList, in ranges: [Range<Int>], _ scoring: Scoring) {
    var sums = sums
    for range in ranges {
      sums =
        list.isDense ? addDense(list, range, scoring, sums) : addSparse(list, range, scoring, sums)
    }
    finish(sums)
  }

  private mutating func addDense(
    _ list: PostingList,
    _ range: Range<Int>,
    _ scoring: Scoring,
    _ before: WorkSums
  ) -> WorkSums {
    var sums = before
    let directory = directory
    let bytes = list.bytes.span
    let lengths = directory.lengths.span
    let chapters = directory.chapterOfUnit.span
    let norms = scoring.norms.span
    let (weight, countsText) = (scoring.weight, scoring.countsText)
    let gain = BM25.k1 + 1
    var great = list.greatFrequencies(before: range.lowerBound)
    for unit in range {
      let byte = bytes[list.start + unit]
      if byte == 0 { continue }
      if unit >= sums.end { sums = turn(to: unit, sums) }
      let frequency = byte < 255 ? Int(byte) : min(255 + great.next(bytes), 65_535)
      let count = Double(frequency)
      // As `BM25.score`, written out because a call would take longer than the sum.
      let score = weight * count * gain / (count + norms[Int(lengths[unit])])
      let matches = countsText ? frequency : 1
      if sums.add(score: score, matches: matches, chapter: chapters[unit]) {
        sums.threshold = tell(unit, score: score, sums)
      }
    }
    return sums
  }

  private mutating func addSparse(
    _ list: PostingList,
    _ range: Range<Int>,
    _ scoring: Scoring,
    _ before: WorkSums
  ) -> WorkSums {
    var sums = before
    let directory = directory
    let bytes = list.bytes.span
    let lengths = directory.lengths.span
    let chapters = directory.chapterOfUnit.span
    let norms = scoring.norms.span
    let (weight, countsText) = (scoring.weight, scoring.countsText)
    let gain = BM25.k1 + 1
    var (reader, unit, index) = list.start(at: range.lowerBound)
    let end = min(range.upperBound, list.units)
    while index < list.count {
      let code = reader.next(bytes)
      unit += code >> 2
      var frequency = (code & 3) + 1
      if frequency == 4 { frequency = min(4 + reader.next(bytes), 65_535) }
      index += 1
      if unit >= end { break }
      if unit < range.lowerBound { continue }
      if unit >= sums.end { sums = turn(to: unit, sums) }
      let count = Double(frequency)
      // As in `addDense`.
      let score = weight * count * gain / (count + norms[Int(lengths[unit])])
      let matches = countsText ? frequency : 1
      if sums.add(score: score, matches: matches, chapter: chapters[unit]) {
        sums.threshold = tell(unit, score: score, sums)
      }
    }
    return sums
  }
}
