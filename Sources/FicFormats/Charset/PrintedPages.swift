import FicParsing

/// Finds the numbers of the printed pages that a text was copied from, each on a line of its own.
///
/// Chapters and sections are numbered so too; but no chapter begins inside a sentence, as pages do.
struct PrintedPages {
  /// A page has no less text than this, in bytes.
  private static let shortestPage = 200

  /// Fewer numbers may be anything.
  private static let fewest = 3

  /// How many pages may have lost their numbers in a row.
  private static let mostLost = 3

  /// What takes out the numbers that stand inside of sentences, ascending.
  private(set) var repairs: [TextRepair] = []

  /// Where the lines of those begin that stand between paragraphs, ascending.
  private(set) var numbers: [Int] = []

  /// A line that holds nothing but a number.
  private struct Candidate {
    var line: Int
    var number: Int
  }

  /// Looks at a text.
  ///
  /// Complexity: linear in the number of lines, but for the sorting of what was found.
  init(_ text: [UInt8], lines: [TextLine]) {
    /// Numbers that count up, chapters' and pages' among each other.
    var runs: [[Candidate]] = []
    var ends: [Int: Int] = [:]
    for (index, line) in lines.enumerated() {
      guard let number = Self.number(line, in: text) else { continue }
      let before = (1...(1 + Self.mostLost)).lazy.compactMap { distance -> Int? in
        guard let run = ends[number - distance], let last = runs[run].last,
          line.start - lines[last.line].next >= Self.shortestPage * distance
        else { return nil }
        return run
      }.first
      let run = before ?? runs.count
      if before == nil { runs.append([]) }
      runs[run].append(Candidate(line: index, number: number))
      ends[number] = run
    }
    for run in runs { take(run, text, lines) }
    numbers.sort()
    repairs.sort { $0.range.lowerBound < $1.range.lowerBound }
    // Two numbers may stand in one gap.
    var end = 0
    repairs.removeAll { repair in
      defer { end = max(end, repair.range.upperBound) }
      return repair.range.lowerBound < end
    }
  }

  private mutating func take(_ run: [Candidate], _ text: [UInt8], _ lines: [TextLine]) {
    guard run.count >= Self.fewest else { return }
    let gaps = run.map { Self.gap(around: $0.line, lines, in: text) }
    let broken = gaps.count { $0 != nil }
    guard broken >= 2, broken * 3 >= run.count else { return }
    for (candidate, gap) in zip(run, gaps) {
      if let gap {
        repairs.append(TextRepair(range: gap, bytes: [0x0A]))
      } else {
        numbers.append(lines[candidate.line].start)
      }
    }
  }

  /// What parts the two halves of a sentence around a line; nil where none is cut there.
  private static func gap(
    around line: Int,
    _ lines: [TextLine],
    in text: [UInt8]
  ) -> Range<Int>? {
    guard let before = lines[..<line].suffix(4).last(where: { !$0.isBlank }),
      let after = lines[(line + 1)...].prefix(4).first(where: { !$0.isBlank })
    else { return nil }
    let last = text[before.end - 1]
    let isOpen =
      last | 0x20 >= 0x61 && last | 0x20 <= 0x7A || last == UInt8(ascii: ",")
      || last == UInt8(ascii: "-") || last == UInt8(ascii: ";")
    guard isOpen, LineLayout.isLowercase(at: after.content, in: text) else { return nil }
    return before.end..<after.start
  }

  /// The longest such line, in bytes: `- Page 1234 -`.
  private static let longest = 16

  private static func number(_ line: TextLine, in text: [UInt8]) -> Int? {
    guard !line.isBlank, line.end - line.content <= longest else { return nil }
    var digits = 0
    var value = 0
    for byte in text[line.content..<line.end] where byte >= 0x30 && byte <= 0x39 {
      digits += 1
      value = value * 10 + Int(byte - 0x30)
    }
    guard digits > 0, digits <= 4, PageNumber.isNumber(Array(text[line.content..<line.end])) else {
      return nil
    }
    return value
  }
}
