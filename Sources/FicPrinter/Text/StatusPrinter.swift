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
    row("socket", "\(report.socket) (of the user \(report.user))", to: &output)
    row(
      "archive",
      report.archive.isEmpty ? "none" : report.archive.joined(separator: ", "),
      to: &output
    )
    let readOnly = report.index.isReadOnly ? " (may only be read: it cannot be updated)" : ""
    row("index", report.index.path + readOnly, to: &output)
    if let counts = report.index.counts { write(counts, to: &output) }
    row("watch", watchLine(report.watch), to: &output)
    if let job = report.job { row("job", jobLine(job), to: &output) }
    if let failure = report.index.failure {
      write(failure, isRead: report.index.counts != nil, to: &output)
    }
    write(report.problemCounts, report.problems, to: &output)
  }

  private func row(_ label: String, _ value: String, to output: inout some TextOutputStream) {
    let padding = String(repeating: " ", count: max(1, 9 - label.utf8.count))
    output.write("  " + style.paint(label, .dim) + padding + SafeText.visible(value) + "\n")
  }

  private func write(_ counts: IndexCounts, to output: inout some TextOutputStream) {
    let parts = [
      Phrases.count(counts.works, "work"),
      counts.copies > 0 ? Phrases.count(counts.copies, "copy", "copies") + " apart" : nil,
      Phrases.count(counts.chapters, "chapter"),
      Phrases.count(counts.scenes, "scene"),
      Phrases.count(counts.utterances, "line") + " of dialogue",
      Phrases.count(counts.words, "word"),
    ]
    row("holds", parts.compactMap { $0 }.joined(separator: " · "), to: &output)
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

  private func write(
    _ failure: Problem,
    isRead: Bool,
    to output: inout some TextOutputStream
  ) {
    let flow = TextFlow(indent: 2, style: style)
    let prefix = isRead ? "The index is not whole: " : "The index cannot be used: "
    output.write(flow.lines(of: "\(prefix)\(failure.detail)"))
    if let hint = failure.hint { output.write(flow.lines(of: "hint: \(hint)")) }
  }

  /// Writes the files with problems by reason, the failures first.
  private func write(
    _ counts: [FileProblemCount],
    _ problems: [FileProblem],
    to output: inout some TextOutputStream
  ) {
    let failures = counts.filter(\.isFailure)
    if !failures.isEmpty {
      let files = Phrases.count(failures.reduce(0) { $0 + $1.files }, "file")
      output.write("\n\(files) not searchable, or only in an older version:\n")
    }
    let line = ProgressLine(style: style)
    var isCut = false
    for count in failures + counts.filter({ !$0.isFailure }) {
      output.write("\n" + style.paint("\(Phrases.grouped(count.files)) \(count.words)", .heading))
      output.write("\n")
      let own = problems.filter { $0.code == count.code }
      for problem in own { output.write(line.text(of: problem)) }
      guard own.count < count.files else { continue }
      isCut = true
      output.write("and \(Phrases.grouped(count.files - own.count)) more\n")
    }
    if isCut { output.write("\nAll of them: \(style.command) status --files\n") }
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
