import FicModel
package import FicWire

/// Prints how the daemon and its index are, and what is not searchable and why.
package struct StatusPrinter {
  private let style: PrintStyle

  /// Creates a printer.
  package init(style: PrintStyle) {
    self.style = style
  }

  /// Writes the report.
  package func print(_ report: StatusReport, to output: inout some TextOutputStream) {
    output.write(
      "ficsearchd \(SafeText.visible(report.version)), up \(Self.duration(report.uptimeSeconds))\n"
    )
    row(
      "archive",
      report.archive.isEmpty ? "none" : report.archive.joined(separator: ", "),
      to: &output
    )
    row("index", report.index.path, to: &output)
    if let counts = report.index.counts { write(counts, to: &output) }
    row("watch", watchLine(report.watch), to: &output)
    if let job = report.job { row("job", jobLine(job), to: &output) }
    if let failure = report.index.failure { write(failure, to: &output) }
    write(report.problems, of: report.failedFiles, to: &output)
  }

  private func row(_ label: String, _ value: String, to output: inout some TextOutputStream) {
    let padding = String(repeating: " ", count: max(1, 9 - label.utf8.count))
    output.write("  " + style.paint(label, .dim) + padding + SafeText.visible(value) + "\n")
  }

  private func write(_ counts: IndexCounts, to output: inout some TextOutputStream) {
    let parts = [
      Phrases.count(counts.works, "work"), Phrases.count(counts.chapters, "chapter"),
      Phrases.count(counts.scenes, "scene"),
      Phrases.count(counts.utterances, "line") + " of dialogue",
      Phrases.count(counts.words, "word"),
    ]
    row("holds", parts.joined(separator: " · "), to: &output)
  }

  private func watchLine(_ watch: WatchReport) -> String {
    if let failure = watch.failure { return "stopped: \(failure.detail)" }
    return watch.enabled ? Phrases.count(watch.folders, "folder") : "off"
  }

  private func jobLine(_ job: JobReport) -> String {
    switch job.state {
    case .queued: "\(job.id) waits"
    case .running:
      job.progress.map { ProgressLine(style: style).text(of: $0) } ?? "\(job.id) runs"
    case .succeeded:
      job.summary.map { "last: " + ProgressLine(style: style).text(of: $0).dropLast() }
        ?? "\(job.id) done"
    case .failed: "\(job.id) failed: \(job.failure?.detail ?? "no reason given")"
    case .cancelled: "\(job.id) was cancelled"
    }
  }

  private func write(_ failure: Problem, to output: inout some TextOutputStream) {
    let flow = TextFlow(indent: 2, style: style)
    output.write(flow.lines(of: "The index cannot be used: \(failure.detail)"))
    if let hint = failure.hint { output.write(flow.lines(of: "hint: \(hint)")) }
  }

  private func write(
    _ problems: [FileProblem],
    of total: Int,
    to output: inout some TextOutputStream
  ) {
    let failed = problems.filter { !$0.isHarmless }
    let others = problems.filter(\.isHarmless)
    let line = ProgressLine(style: style)
    if total > 0 {
      output.write(
        "\n\(Phrases.count(total, "file")) not searchable, or only in an older version:\n"
      )
      for problem in failed { output.write(line.text(of: problem)) }
      if failed.count < total { output.write("and \(total - failed.count) more\n") }
    }
    guard !others.isEmpty else { return }
    output.write("\nFiles of books that are searched in another form:\n")
    for problem in others { output.write(line.text(of: problem)) }
    if problems.count == StatusReport.maximumProblems { output.write("and perhaps more\n") }
  }

  /// `3 d 4 h`, `4 h 12 min`, `12 min`, `9 s`.
  static func duration(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(max(0, seconds)) s"
    case ..<3600: "\(seconds / 60) min"
    case ..<86_400: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    default: "\(seconds / 86_400) d \(seconds % 86_400 / 3600) h"
    }
  }
}
