/// Breaks a marked line into rows of a screen, at spaces where there are any.
struct MarkedFlow {
  /// A row.
  struct Row {
    fileprivate var text: MarkedText
    fileprivate var range: Range<Int>

    /// The row below that shows its marks; nil where there are none.
    var underline: String? {
      var result = ""
      var pending: [Character] = []
      for index in range {
        let columns = DisplayWidth.columns(of: text.scalars[index])
        if text.isStart[index], case .quotation(let number, _) = text.marks[index] {
          pending = Array(String(number))
        }
        for _ in 0..<columns {
          switch text.marks[index] {
          case .plain: result.append(" ")
          case .quotation: result.append(pending.isEmpty ? "─" : pending.removeFirst())
          case .evidence: result.append("~")
          case .aside: result.append("·")
          }
        }
        if case .quotation = text.marks[index] { continue }
        pending = []
      }
      while result.last == " " { result.removeLast() }
      return result.isEmpty ? nil : result
    }

    /// The row in colours.
    func painted(_ style: PrintStyle) -> String {
      var result = ""
      var piece = ""
      var mark = MarkedText.Mark.plain
      for index in range {
        if text.marks[index] != mark {
          result += Self.paint(piece, mark, style)
          piece = ""
          mark = text.marks[index]
        }
        piece.unicodeScalars.append(text.scalars[index])
      }
      return result + Self.paint(piece, mark, style)
    }

    private static func paint(
      _ piece: String,
      _ mark: MarkedText.Mark,
      _ style: PrintStyle
    ) -> String {
      switch mark {
      case .plain: piece
      case .quotation(_, let voice): style.paint(piece, voice: voice)
      case .evidence: style.paint(piece, .match)
      case .aside: style.paint(piece, .dim)
      }
    }
  }

  /// The columns of a row; a single wide character may run over.
  var width: Int

  /// The rows; none for an empty text.
  ///
  /// Complexity: linear in the number of characters.
  func rows(of text: MarkedText) -> [Row] {
    var rows: [Row] = []
    var start = 0
    var space: Int?
    var columns = 0
    var columnsAfterSpace = 0
    var index = 0
    while index < text.scalars.count {
      let scalar = text.scalars[index]
      let added = DisplayWidth.columns(of: scalar)
      if columns + added > width, index > start, scalar != " " {
        // At a space the row ends before it; without one the word is cut.
        append(start..<(space ?? index), of: text, to: &rows)
        columns = space == nil ? 0 : columnsAfterSpace
        start = space.map { $0 + 1 } ?? index
        space = nil
      }
      columns += added
      columnsAfterSpace += added
      if scalar == " ", index > start {
        space = index
        columnsAfterSpace = 0
      }
      index += 1
    }
    append(start..<text.scalars.count, of: text, to: &rows)
    return rows
  }

  /// Adds a row without the spaces at its end.
  private func append(_ range: Range<Int>, of text: MarkedText, to rows: inout [Row]) {
    var end = range.upperBound
    while end > range.lowerBound, text.scalars[end - 1] == " " { end -= 1 }
    if end > range.lowerBound { rows.append(Row(text: text, range: range.lowerBound..<end)) }
  }
}
