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
    let scalars = text.unicodeScalars.map(SafeText.visible)
    let marks = Self.marks(matches, count: scalars.count)
    var result = ""
    var line: [Int] = []
    var columns = 0
    for word in Self.words(scalars) {
      let width = word.reduce(0) { $0 + DisplayWidth.columns(of: scalars[$1]) }
      if !line.isEmpty && indent + columns + 1 + width > style.width {
        result += rendered(line, scalars, marks)
        line = []
        columns = 0
      }
      if !line.isEmpty, let space = line.last.map({ $0 + 1 }) {
        line.append(space)
        columns += 1
      }
      line += word
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

  /// The indexes of the scalars of each word, in order.
  private static func words(_ scalars: [Unicode.Scalar]) -> [[Int]] {
    var words: [[Int]] = []
    var word: [Int] = []
    for (index, scalar) in scalars.enumerated() {
      if scalar == " " {
        if !word.isEmpty { words.append(word) }
        word = []
      } else {
        word.append(index)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
