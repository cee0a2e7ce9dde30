/// Breaks a text into lines of a screen, with the matches in it painted.
struct TextFlow {
  /// The columns before each line.
  var indent: Int

  /// How the screen looks.
  var style: PrintStyle

  /// What the text is where it does not match; nil for plain text.
  var role: PrintStyle.Role?

  /// The lines, each with its line end.
  ///
  /// `matches` are [start, end) in Unicode scalars of `text`.
  func lines(of text: String, matches: [[Int]] = []) -> String {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(SafeText.visible(scalar)) }
    let marks = Self.marks(matches, count: scalars.count)
    var result = ""
    var line: [Int] = []
    var columns = 0
    var start = 0
    while let word = Self.word(in: scalars, from: start) {
      start = word.upperBound
      var width = 0
      for index in word { width += DisplayWidth.columns(of: scalars[index]) }
      if !line.isEmpty && indent + columns + 1 + width > style.width {
        result += rendered(line, scalars, marks)
        line.removeAll(keepingCapacity: true)
        columns = 0
      }
      if let last = line.last {
        line.append(last + 1)
        columns += 1
      }
      line.append(contentsOf: word)
      columns += width
    }
    if !line.isEmpty { result += rendered(line, scalars, marks) }
    return result
  }

  private func rendered(_ line: [Int], _ scalars: [Unicode.Scalar], _ marks: [Bool]) -> String {
    var result = String(repeating: " ", count: indent)
    var piece = ""
    var pieceIsMatch = false
    for index in line {
      if marks[index] != pieceIsMatch {
        result += paint(piece, isMatch: pieceIsMatch)
        piece = ""
        pieceIsMatch = marks[index]
      }
      piece.unicodeScalars.append(scalars[index])
    }
    return result + paint(piece, isMatch: pieceIsMatch) + "\n"
  }

  private func paint(_ piece: String, isMatch: Bool) -> String {
    if isMatch { return style.paint(piece, .match) }
    return role.map { style.paint(piece, $0) } ?? piece
  }

  /// Whether each scalar matches.
  private static func marks(_ matches: [[Int]], count: Int) -> [Bool] {
    var marks = [Bool](repeating: false, count: count)
    for match in matches where match.count == 2 {
      let start = max(0, min(match[0], count))
      for index in start..<max(start, min(match[1], count)) { marks[index] = true }
    }
    return marks
  }

  /// The first word from an index on; nil where there is none.
  private static func word(in scalars: [Unicode.Scalar], from start: Int) -> Range<Int>? {
    var start = start
    while start < scalars.count, scalars[start] == " " { start += 1 }
    guard start < scalars.count else { return nil }
    var end = start
    while end < scalars.count, scalars[end] != " " { end += 1 }
    return start..<end
  }
}
