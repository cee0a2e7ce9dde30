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

  /// Adds the units of one list in some ranges: the loops that a search for a frequent word spends its
  /// time in.
  mutating func add(_ list: PostingList, in ranges: [Range<Int>], _ scoring: Scoring) {
    var sums = sums
    var great = list.greatFrequencies(before: 0)
    var end = 0
    for range in ranges {
      if list.isDense {
        // Ranges ascend: what lies between two is passed once.
        list.pass(from: end, to: range.lowerBound, &great)
        sums = addDense(list, range, scoring, sums, &great)
        end = range.upperBound
      } else {
        sums = addSparse(list, range, scoring, sums)
      }
    }
    take(sums)
  }

  private mutating func addDense(
    _ list: PostingList,
    _ range: Range<Int>,
    _ scoring: Scoring,
    _ before: WorkSums,
    _ great: inout VarintReader
  ) -> WorkSums {
    var sums = before
    let directory = directory
    let bytes = list.bytes.span
    let lengths = directory.lengths.span
    let places = directory.places.span
    let norms = scoring.norms.span
    let (weight, countsText) = (scoring.weight, scoring.countsText)
    let gain = BM25.k1 + 1
    var unit = max(0, range.lowerBound)
    // Within all three spans, whose bounds the loop does not look at again.
    let last = min(range.upperBound, bytes.count - list.start, lengths.count, places.count)
    while unit < last {
      if unit >= sums.end { sums = turn(to: unit, sums) }
      let end = min(sums.end, last)
      var score = sums.score
      var (units, matches, chapters, scenes) = (0, 0, 0, 0)
      var chapter = sums.chapter
      /// Whether a unit of the scene was found; a range begins with a chapter.
      var isFound = false
      while unit < end {
        var frequency = Int(unsafe bytes[unchecked: list.start &+ unit])
        if frequency == 255 { frequency = min(255 + great.next(bytes), 65_535) }
        let place = unsafe places[unchecked: unit]
        let isHit = frequency != 0
        // Branches that depend on the text would cost more than what they spare.
        let count = Double(frequency)
        // As `BM25.score`, written out because a call would take longer than the sum.
        let norm = norms[Int(unsafe lengths[unchecked: unit])]
        let own = weight * (gain * count / (count + norm))
        score += own
        isFound = isFound && place & 1 == 1
        units &+= isHit ? 1 : 0
        matches &+= frequency
        chapters &+= isHit && place >> 1 != chapter ? 1 : 0
        chapter = isHit ? place >> 1 : chapter
        scenes &+= isHit && !isFound ? 1 : 0
        isFound = isFound || isHit
        if own >= sums.threshold, isHit {
          sums.threshold = tell(unit, score: own, work: sums.work)
        }
        unit &+= 1
      }
      sums.score = score
      sums.units += units
      sums.matches += countsText ? matches : units
      sums.chapters += chapters
      sums.scenes += scenes
      sums.chapter = chapter
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
    let places = directory.places.span
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
      let score = weight * (gain * count / (count + norms[Int(lengths[unit])]))
      if sums.add(unit, score: score, matches: countsText ? frequency : 1, places) {
        sums.threshold = tell(unit, score: score, work: sums.work)
      }
    }
    return sums
  }

  /// Adds units that hold several terms.
  ///
  /// - Parameters:
  ///   - found: The units.
  ///   - weights: The weight of each term; see `BM25`.
  ///   - isCounted: Whether its frequencies are matches; where none are, each unit is one.
  ///   - norms: `BM25.norm` for each length.
  mutating func add(
    _ found: CommonUnits,
    weights: [Double],
    isCounted: [Bool],
    norms: [Double]
  ) {
    var sums = sums
    let directory = directory
    let lengths = directory.lengths.span
    let places = directory.places.span
    let (norms, units, frequencies) = (norms.span, found.units.span, found.frequencies.span)
    let terms = weights.indices.map { term in
      (first: term * found.stride, weight: weights[term], isCounted: isCounted[term] ? 1 : 0)
    }
    let countsText = isCounted.contains(true)
    let gain = BM25.k1 + 1
    for place in 0..<found.count {
      let unit = Int(units[place])
      let norm = norms[Int(lengths[unit])]
      var score = 0.0
      var matches = 0
      for term in terms {
        let frequency = Int(frequencies[term.first &+ place])
        let count = Double(frequency)
        score += term.weight * (gain * count / (count + norm))
        matches &+= frequency &* term.isCounted
      }
      if unit >= sums.end { sums = turn(to: unit, sums) }
      if sums.add(unit, score: score, matches: countsText ? matches : 1, places) {
        sums.threshold = tell(unit, score: score, work: sums.work)
      }
    }
    take(sums)
  }
}
