import FicModel

/// Prints what stands above and below every table of counts.
struct CountFrame {
  let style: PrintStyle
  let begin: SearchBegin

  /// How the query was read, where that is not what was typed.
  func writeHead(to output: inout some TextOutputStream) {
    if let read = begin.readAs { output.write("Read as: \(SafeText.visible(read))\n\n") }
  }

  /// What is not shown, and what is not searchable.
  func writeFoot(
    more: Int,
    _ part: String,
    cuts: [String],
    to output: inout some TextOutputStream
  ) {
    for cut in cuts { output.write(TextFlow(indent: 0, style: style).lines(of: cut)) }
    if more > 0 {
      output.write("\(Phrases.count(more, "more \(part)")) not shown: ask with a greater --limit\n")
    }
    if !begin.complete {
      output.write(SafeText.visible(begin.missing ?? "The index is not complete yet.") + "\n")
    }
  }

  /// A number with two digits behind the point; a hyphen for none.
  static func decimal(_ number: Double?) -> String {
    guard let number, number.magnitude < 1e15 else { return "-" }
    let hundredths = Int((number.magnitude * 100).rounded())
    let digits = String(hundredths % 100)
    return (number < 0 ? "-" : "")
      + "\(Phrases.grouped(hundredths / 100)).\(digits.utf8.count < 2 ? "0" : "")\(digits)"
  }
}
