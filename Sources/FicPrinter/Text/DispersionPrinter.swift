import FicModel

/// Prints how evenly matches lie in works: a bar a chapter, as long as its rate is high.
struct DispersionPrinter {
  /// The columns of the longest bar.
  private static let bar = 24

  let style: PrintStyle

  func print(_ answer: CountAnswer<Dispersion>, to output: inout some TextOutputStream) {
    let frame = CountFrame(style: style, begin: answer.begin)
    frame.writeHead(to: &output)
    for work in answer.elements { print(work, to: &output) }
    if answer.elements.isEmpty { output.write(style.paint("Nothing found.", .dim) + "\n") }
    frame.writeFoot(more: answer.more, "work", cuts: answer.cuts, to: &output)
  }

  private func print(_ work: Dispersion, to output: inout some TextOutputStream) {
    output.write(
      style.paint(SafeText.visible(work.work.title), .title) + "  "
        + style.paint(work.work.id, .dim) + "\n"
    )
    let rates = work.parts.map { $0.rate }
    let most = rates.max() ?? 0
    let rows = zip(work.parts, rates).map { part, rate in
      let length = most > 0 ? Int((rate / most * Double(Self.bar)).rounded(.up)) : 0
      let bar = String(repeating: "█", count: length)
      return [
        "\(part.chapter.number)", Phrases.grouped(part.matches),
        part.words > 0 ? CountFrame.decimal(rate) : "-", bar,
      ]
    }
    let heads = ["chapter", "matches", "per 10,000", ""]
    output.write(TextTable(heads: heads, rows: rows, style: style, role: .match).text)
    output.write(style.paint(work.figures, .dim) + "\n\n")
  }
}
