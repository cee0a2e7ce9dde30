import FicModel
import FicPrinter
import FicWire

/// Keeps one line of progress at the bottom of the terminal, with problems above it.
struct ReindexScreen {
  /// Back to the line's start, and clear to its end (ECMA-48).
  private static let clearLine = "\r\u{1B}[K"

  private let line: ProgressLine
  private var summary: IngestEvent.Summary?

  /// Creates a screen.
  init(style: PrintStyle) {
    line = ProgressLine(style: style)
  }

  /// What to write for a record of the job.
  mutating func text(for record: JobRecord) -> String {
    switch record {
    case .event(.progress(let progress)): return Self.clearLine + line.text(of: progress)
    case .event(.fileProblem(let problem)): return Self.clearLine + line.text(of: problem)
    case .event(.summary(let summary)):
      self.summary = summary
      return Self.clearLine + line.text(of: summary)
    case .event(.failure): return Self.clearLine
    case .job(let report):
      guard report.state.isFinal else { return "" }
      if summary == nil, let summary = report.summary {
        return Self.clearLine + line.text(of: summary)
      }
      return report.summary == nil ? Self.clearLine : ""
    }
  }
}
