import FicModel
package import FicWire

/// Prints the user's corrections, work by work.
package struct CorrectionPrinter {
  private let style: PrintStyle

  /// Creates a printer.
  package init(style: PrintStyle) {
    self.style = style
  }

  /// Writes a listing.
  package func print(_ listing: CorrectionListing, to output: inout some TextOutputStream) {
    if listing.corrections.isEmpty {
      output.write("Nothing is corrected. To say who speaks a line: ")
      output.write("\(style.command) fix REF --speaker NAME\n")
    }
    var work: String?
    for record in listing.corrections {
      if record.work != work {
        output.write(style.paint(SafeText.visible(record.work), .title) + "\n")
        work = record.work
      }
      let flow = TextFlow(indent: 4, style: style)
      output.write("  " + style.paint(SafeText.visible(verdict(record)), .speaker) + "\n")
      output.write(flow.lines(of: record.words))
      if let flaw = record.flaw { output.write(flow.lines(of: "does not fit: \(flaw)")) }
    }
    guard !listing.problems.isEmpty else { return }
    output.write("\n\(Phrases.count(listing.problems.count, "line")) left out:\n")
    for problem in listing.problems { output.write(ProgressLine(style: style).text(of: problem)) }
  }

  private func verdict(_ record: CorrectionRecord) -> String {
    switch record.verdict {
    case .notSpeech: "no speech"
    case .sceneBreak: "a scene begins"
    case .said:
      (record.speaker ?? "?")
        + (record.addressees.isEmpty ? "" : " → " + record.addressees.joined(separator: ", "))
    }
  }
}
