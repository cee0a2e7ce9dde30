import FicIndex
import FicModel

/// The columns of `chapter_line`: what a search needs of the lines of a chapter without their
/// words.
struct LineColumns {
  /// The words of each line: a byte, or 255 and two bytes, low first.
  var words: [UInt8] = []

  /// The `LineMark` of each.
  var marks: [UInt8] = []

  /// How sure the speaker of each is, in 200ths; 0 where nobody speaks.
  var confidences: [UInt8] = []

  /// Of each line with several voices, its regions: how many, then for each the words since the
  /// last one, and twice its own, plus one where it is thought; varints.
  var regions: [UInt8] = []

  /// The lines of a chapter.
  init(_ terms: ChapterTerms, _ people: [LinePeople]) {
    var last = -1
    for (index, line) in terms.lines.enumerated() {
      let count = min(terms.words[index], 65_535)
      if count < 255 {
        words.append(UInt8(count))
      } else {
        words += [255, UInt8(truncatingIfNeeded: count), UInt8(truncatingIfNeeded: count >> 8)]
      }
      let voices = terms.regions[index].voices(words: terms.words[index])
      marks.append(LineMark.byte(line.zone, beginsStretch: line.stretch != last, voices))
      last = line.stretch
      confidences.append(people[index].confidenceStep)
      if voices.count > 1 { append(terms.regions[index]) }
    }
  }

  private mutating func append(_ own: [Region]) {
    regions.append(varint: own.count)
    var end = 0
    for region in own {
      regions.append(varint: region.start - end)
      regions.append(varint: (region.end - region.start) << 1 | (region.voice == .thought ? 1 : 0))
      end = region.end
    }
  }

  /// Adds the words of a column to those of other lines; false where the column has not those of
  /// `count` lines.
  static func read(words bytes: [UInt8], count: Int, into words: inout [UInt16]) -> Bool {
    var place = 0
    for _ in 0..<count {
      guard place < bytes.count else { return false }
      if bytes[place] < 255 {
        words.append(UInt16(bytes[place]))
        place += 1
      } else {
        guard place + 2 < bytes.count else { return false }
        words.append(UInt16(bytes[place + 1]) | UInt16(bytes[place + 2]) << 8)
        place += 3
      }
    }
    return place == bytes.count
  }

  /// The regions of the lines with several voices, in their order.
  static func regions(_ bytes: [UInt8]) -> [[Region]] {
    var reader = VarintReader(at: 0)
    var result: [[Region]] = []
    while reader.offset < bytes.count {
      var own: [Region] = []
      var end = 0
      for _ in 0..<reader.next(bytes.span) {
        guard reader.offset < bytes.count else { break }
        let start = end + reader.next(bytes.span)
        let code = reader.next(bytes.span)
        end = start + code >> 1
        own.append(Region(start: start, end: end, voice: code & 1 == 1 ? .thought : .dialogue))
      }
      result.append(own)
    }
    return result
  }
}
