import FicIndex
import FicModel
import SeededRandom
import Testing

@testable import FicIndexSQLite

/// What is noted of the lines of a chapter comes back.
@Suite struct LineColumnsTests {
  /// Lines that no chapter need have: of any zone and length, with any voices.
  private static func terms(_ random: inout SplitMix) -> ChapterTerms {
    var terms = ChapterTerms(Chapter(text: []))
    var stretch = 0
    for number in 0..<Int.random(in: 1...60, using: &random) {
      if number > 0, Bool.random(using: &random) { stretch += 1 }
      terms.lines.append(
        Line(
          pieces: [TextSpan(number, number + 1)],
          zone: ZoneKind.allCases.randomElement(using: &random) ?? .story,
          stretch: stretch
        )
      )
      let lengths = [0, 1, 30, 254, 255, 256, 65_535, 70_000]
      let words = lengths.randomElement(using: &random) ?? 0
      terms.words.append(words)
      terms.regions.append(regions(within: words, &random))
    }
    return terms
  }

  private static func regions(within words: Int, _ random: inout SplitMix) -> [Region] {
    let ends = (0..<6).map { _ in Int.random(in: 0...words, using: &random) }.sorted()
    return stride(from: 0, to: Int.random(in: 0...6, using: &random), by: 2).compactMap { place in
      guard place + 1 < ends.count, ends[place] < ends[place + 1] else { return nil }
      return Region(
        start: ends[place],
        end: ends[place + 1],
        voice: Bool.random(using: &random) ? .dialogue : .thought
      )
    }
  }

  private static func people(of lines: [Line], _ random: inout SplitMix) -> [LinePeople] {
    var people = Chapter(text: []).people(of: lines)
    for index in people.indices {
      people[index].confidence = Double(Int.random(in: 0...1000, using: &random)) / 1000
    }
    return people
  }

  @Test(arguments: 0..<200)
  func `words, zones, stretches, voices and confidences come back`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let terms = Self.terms(&random)
    let people = Self.people(of: terms.lines, &random)
    let columns = LineColumns(terms, people)
    var words: [UInt16] = [7]
    #expect(LineColumns.read(words: columns.words, count: terms.lines.count, into: &words))
    #expect(words == [7] + terms.words.map { UInt16(min($0, 65_535)) })
    #expect(columns.confidences == people.map(\.confidenceStep))
    #expect(columns.marks.count == terms.lines.count)
    var regions = LineColumns.regions(columns.regions)[...]
    for (index, line) in terms.lines.enumerated() {
      let mark = columns.marks[index]
      let isFirst = index == 0 || terms.lines[index - 1].stretch != line.stretch
      #expect(LineMark.beginsStretch(mark) == isFirst)
      #expect(LineMark.filter([line.zone])[Int(mark)])
      let voices = terms.regions[index].voices(words: terms.words[index])
      if let only = LineMark.voice(mark) {
        #expect(voices == [only])
      } else {
        #expect(voices.count > 1)
        #expect(regions.popFirst() == terms.regions[index])
      }
    }
    #expect(regions.isEmpty)
  }

  @Test func `a column that has not the words of its lines is refused`() {
    for (bytes, count) in [([], 1), ([1], 0), ([1, 2], 1), ([255, 1], 1), ([255, 1, 0, 9], 1)]
      as [([UInt8], Int)]
    {
      var words: [UInt16] = []
      #expect(!LineColumns.read(words: bytes, count: count, into: &words), "\(bytes)")
    }
  }

  @Test(arguments: 0..<200)
  func `damaged regions give something or nothing`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    let regions = LineColumns.regions(bytes)
    #expect(regions.reduce(0) { $0 + $1.count } <= bytes.count)
    #expect(regions.joined().allSatisfy { 0 <= $0.start && $0.start <= $0.end })
  }
}
