import FicIndex
import FicModel

/// What a search for one word finds in the story of each work, as it was at the last merge: a row
/// of `posting_sum`.
///
/// Work by work, ascending by ordinal, varints: the distance of the ordinal from the one before,
/// and the chapters, scenes, lines and places.
package struct WorkSums {
  /// What is found in a work.
  struct Sum: Hashable {
    /// The ordinal of the work.
    var ordinal: Int

    /// The chapters, the scenes and the lines that hold the word.
    var chapters = 0
    var scenes = 0
    var lines = 0

    /// How often they do.
    var matches = 0
  }

  /// Fewer lines are added up when they are searched for: that takes some tenths of a
  /// millisecond.
  package static let fewestLines = 4096

  /// A word that fewer lines hold than one in so many is added up when it is searched for, so that
  /// the sums of a large archive stay a hundredth of its lists.
  private static let linesForEach = 64

  /// The works, ascending by ordinal.
  private(set) var works: [Sum] = []

  /// The fewest lines of a word that are added up, of `lines` in all.
  static func fewest(among lines: Int, atLeast fewest: Int) -> Int {
    max(fewest, lines / linesForEach)
  }

  /// Adds up the lines of a list.
  init(_ run: LineRun, _ directory: LineDirectory) {
    var run = run
    run.keep(LineMark.filter([.story]), marks: directory.marks, from: 0)
    var chapter = -1
    var stretchEnd = 0
    for place in run.rows.indices {
      let row = Int(run.rows[place])
      if row >= stretchEnd {
        let stretch = directory.stretches.index(of: row)
        guard let own = directory.stretches.chapter(of: stretch) else { continue }
        stretchEnd = directory.stretches[stretch].upperBound
        let ordinal = RowKey.ordinal(ofChapter: directory.chapters[own].id)
        if works.last?.ordinal != ordinal { works.append(Sum(ordinal: ordinal)) }
        if own != chapter { works[works.count - 1].chapters += 1 }
        chapter = own
        works[works.count - 1].scenes += 1
      }
      works[works.count - 1].lines += 1
      works[works.count - 1].matches += Int(run.counts[place])
    }
    join()
  }

  /// Puts what is known of a work together: its chapters need not lie together.
  private mutating func join() {
    var joined: [Sum] = []
    for own in works.sorted(by: { $0.ordinal < $1.ordinal }) {
      if joined.last?.ordinal == own.ordinal {
        joined[joined.count - 1].chapters += own.chapters
        joined[joined.count - 1].scenes += own.scenes
        joined[joined.count - 1].lines += own.lines
        joined[joined.count - 1].matches += own.matches
      } else {
        joined.append(own)
      }
    }
    works = joined
  }

  /// The row.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var last = 0
    for own in works {
      for number in [own.ordinal - last, own.chapters, own.scenes, own.lines, own.matches] {
        bytes.append(varint: number)
      }
      last = own.ordinal
    }
    return bytes
  }

  /// Reads a row.
  init(_ bytes: [UInt8]) {
    var reader = VarintReader(at: 0)
    var ordinal = 0
    while reader.offset < bytes.count {
      ordinal &+= reader.next(bytes.span)
      works.append(
        Sum(
          ordinal: ordinal,
          chapters: reader.next(bytes.span),
          scenes: reader.next(bytes.span),
          lines: reader.next(bytes.span),
          matches: reader.next(bytes.span)
        )
      )
    }
  }
}
