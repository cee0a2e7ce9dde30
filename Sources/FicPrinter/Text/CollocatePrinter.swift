import FicModel

/// Prints words that stand beside matches, a line a word.
struct CollocatePrinter {
  let style: PrintStyle

  func print(_ answer: CountAnswer<Collocate>, to output: inout some TextOutputStream) {
    let frame = CountFrame(style: style, begin: answer.begin)
    frame.writeHead(to: &output)
    if answer.elements.isEmpty {
      output.write(style.paint("Nothing found.", .dim) + "\n")
    } else {
      let rows = answer.elements.map { word in
        [
          CountFrame.decimal(word.logLikelihood), Phrases.grouped(word.beside),
          Phrases.grouped(word.total), word.word,
        ]
      }
      let heads = ["likelihood", "beside", "in all", "word"]
      output.write(TextTable(heads: heads, rows: rows, style: style, role: .match).text)
    }
    frame.writeFoot(more: answer.more, "word", cuts: answer.cuts, to: &output)
  }
}
