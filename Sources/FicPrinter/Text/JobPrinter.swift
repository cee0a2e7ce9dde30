import FicModel
package import FicWire

/// Prints a job while it runs: on a terminal one line of progress at the bottom, with problems
/// above it; elsewhere problems and what was done.
package struct JobPrinter: Sendable {
  /// Back to the line's start, and clear to its end (ECMA-48).
  private static let clearLine = "\r\u{1B}[K"

  private let form: AnswerForm
  private let isTerminal: Bool
  private let line: ProgressLine
  private var hasSummary = false

  /// Creates a printer.
  package init(_ wanted: FormParameters) {
    form = wanted.form
    isTerminal = wanted.isTerminal
    line = ProgressLine(style: PrintStyle(width: wanted.width, usesColor: wanted.usesColor))
  }

  /// What to write for a record of the job; in every form but text, its JSON on a line.
  package mutating func bytes(of record: JobRecord) -> [UInt8] {
    form == .text ? Array(text(of: record).utf8) : record.jsonBytes + [UInt8(ascii: "\n")]
  }

  private mutating func text(of record: JobRecord) -> String {
    let start = isTerminal ? Self.clearLine : ""
    switch record {
    case .event(.progress(let progress)): return isTerminal ? start + line.text(of: progress) : ""
    case .event(.fileProblem(let problem)): return start + line.text(of: problem)
    case .event(.summary(let summary)):
      hasSummary = true
      return start + line.text(of: summary)
    case .event(.failure): return start
    case .job(let report):
      let notes = report.notes.map { SafeText.visible($0) + "\n" }.joined()
      guard report.state.isFinal else { return notes }
      guard !hasSummary, let summary = report.summary else {
        return notes + (report.summary == nil ? start : "")
      }
      hasSummary = true
      return notes + start + line.text(of: summary)
    }
  }
}
