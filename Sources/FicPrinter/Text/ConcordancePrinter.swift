package import FicModel
package import FicWire

/// Prints a concordance: each match on a line of its own, under the others, with its context.
package struct ConcordancePrinter: HitPrinter {
  private let style: PrintStyle
  private let parameters: SearchParameters
  private var begin: SearchBegin?
  private var hits: [Hit] = []
  private var end: SearchEnd?

  /// Creates a printer for the answer to a question.
  package init(style: PrintStyle, parameters: SearchParameters) {
    self.style = style
    self.parameters = parameters
  }

  package mutating func print(_ record: SearchRecord, to output: inout some TextOutputStream) {
    switch record {
    case .begin(let record): begin = record
    case .hit(let hit): hits.append(hit)
    case .end(let record): end = record
    default: break
    }
  }

  package mutating func finish(to output: inout some TextOutputStream) {
    let widestReference = hits.map(\.ref.utf8.count).max() ?? 0
    let widestMatch = hits.map { DisplayWidth.columns(of: $0.keyword?.match ?? "") }.max() ?? 0
    let context =
      parameters.margin
      ?? max(8, (style.width - widestReference - 2 - min(widestMatch, 24) - 2) / 2)
    for hit in hits {
      guard let keyword = hit.keyword else { continue }
      let reference = hit.ref + String(repeating: " ", count: widestReference - hit.ref.utf8.count)
      let left = Self.tail(SafeText.visible(keyword.left), columns: context)
      let match = SafeText.visible(keyword.match)
      let right = Self.head(
        SafeText.visible(keyword.right),
        columns: parameters.margin
          ?? max(8, style.width - widestReference - 3 - context - DisplayWidth.columns(of: match))
      )
      let padding = String(repeating: " ", count: context - DisplayWidth.columns(of: left))
      output.write(
        style.paint(reference, .dim) + "  " + padding + left + style.paint(match, .match) + right
          + "\n"
      )
    }
    AnswerFooter(style: style, parameters: parameters)
      .write(begin: begin, end: end, shown: hits.count, to: &output)
  }

  /// The end of `text` that fits into `columns`.
  static func tail(_ text: String, columns: Int) -> String {
    var kept: [Unicode.Scalar] = []
    var width = 0
    for scalar in text.unicodeScalars.reversed() {
      width += DisplayWidth.columns(of: scalar)
      if width > columns { break }
      kept.append(scalar)
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: kept.reversed())
    return String(result)
  }

  /// The start of `text` that fits into `columns`.
  static func head(_ text: String, columns: Int) -> String {
    var result = String.UnicodeScalarView()
    var width = 0
    for scalar in text.unicodeScalars {
      width += DisplayWidth.columns(of: scalar)
      if width > columns { break }
      result.append(scalar)
    }
    return String(result)
  }
}
