/// A table for a screen: columns of figures that stand right, then a text that may be broken.
struct TextTable {
  /// The columns between two columns.
  private static let gap = 2

  /// The least columns of the last one; where a screen has fewer left, the text runs over.
  private static let leastText = 12

  /// What stands above each column; the last one is text.
  var heads: [String]

  /// The rows, with as many cells as there are heads.
  var rows: [[String]]

  let style: PrintStyle

  /// The role of the last column.
  var role: PrintStyle.Role?

  /// The table, each line with its line end.
  var text: String {
    let figures = heads.indices.dropLast()
    let widths = figures.map { column in
      ([heads] + rows).map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    let indent = widths.reduce(0) { $0 + $1 + Self.gap }
    func line(_ cells: [String], _ role: PrintStyle.Role?, isHead: Bool) -> String {
      let left = figures.map { column in
        let cell = cells[column]
        let padding = String(
          repeating: " ",
          count: widths[column] - DisplayWidth.columns(of: cell)
        )
        return padding + cell + String(repeating: " ", count: Self.gap)
      }.joined()
      var flow = TextFlow(indent: indent, style: style, role: isHead ? .dim : role)
      if style.width - indent < Self.leastText { flow.style.width = indent + Self.leastText }
      let last = flow.lines(of: cells.last ?? "")
      guard !last.isEmpty else {
        let trimmed = String(left.reversed().drop { $0 == " " }.reversed())
        return (isHead ? style.paint(trimmed, .dim) : trimmed) + "\n"
      }
      return (isHead ? style.paint(left, .dim) : left) + last.dropFirst(indent)
    }
    return line(heads, nil, isHead: true)
      + rows.map { line($0, role, isHead: false) }.joined()
  }
}
