package import FicModel

/// Prints all that is known of a work: its entry as in a list, its summary, and each fact with
/// where it comes from.
package struct WorkPrinter: HitPrinter {
  private let style: PrintStyle

  /// Creates a printer.
  package init(style: PrintStyle) {
    self.style = style
  }

  package mutating func print(_ record: SearchRecord, to output: inout some TextOutputStream) {
    guard case .work(let entry) = record else { return }
    var list = WorksPrinter(style: style)
    list.print(record, to: &output)
    if let summary = entry.facts.summary {
      output.write("\n" + TextFlow(indent: 2, style: style).lines(of: summary))
    }
    write(entry.metadata, to: &output)
    write(entry.contents, to: &output)
    output.write("\n")
    output.write(
      style.paint("Who is in it: \(style.command) cast \(entry.work.id)", .dim) + "\n"
    )
  }

  package mutating func finish(to output: inout some TextOutputStream) {}

  /// Writes the table of contents: each chapter with its words and its REF.
  private func write(_ contents: [WorkEntry.Part], to output: inout some TextOutputStream) {
    guard !contents.isEmpty else { return }
    output.write("\n")
    for part in contents {
      let heading = ChapterHeading.text(of: part.chapter)
      let words = Phrases.count(part.words, "word")
      let left = "  \(heading) · \(words)"
      let columns = DisplayWidth.columns(of: left) + DisplayWidth.columns(of: part.ref)
      let gap = String(repeating: " ", count: max(2, style.width - columns))
      output.write(left + gap + style.paint(part.ref, .dim) + "\n")
    }
  }

  /// Writes the facts by key in the order of the source, those of one key and origin on a line.
  private func write(_ fields: [MetadataField], to output: inout some TextOutputStream) {
    let lines = MetadataLine.lines(of: fields)
    if !lines.isEmpty { output.write("\n") }
    for line in lines {
      let text = "\(line.key): \(line.values.joined(separator: "; ")) (\(line.origin))"
      output.write(TextFlow(indent: 2, style: style).lines(of: text))
    }
  }
}
