package import FicModel

/// The line that a reindex shows on a terminal, and what it says at the end.
package struct ProgressLine {
  private let style: PrintStyle

  /// Creates a line.
  package init(style: PrintStyle) {
    self.style = style
  }

  /// The line for a state of the run, no longer than the screen, without a line end.
  package func text(of progress: IngestEvent.Progress) -> String {
    var parts = [
      "\(Phrases.grouped(progress.filesDone))/\(Phrases.grouped(progress.filesTotal)) files",
      Phrases.count(progress.chaptersDone, "chapter"),
      Self.speed(bytes: progress.bytesDone, milliseconds: progress.elapsedMilliseconds),
    ]
    if progress.failures > 0 { parts.append("\(progress.failures) failed") }
    if let left = progress.remainingMilliseconds {
      parts.append("\(StatusPrinter.duration(left / 1000)) left")
    }
    if let file = progress.file, let name = file.split(separator: "/").last {
      parts.append(SafeText.visible(String(name)))
    }
    if !progress.scanned { parts[0] = "\(Phrases.grouped(progress.filesTotal)) files found" }
    return ConcordancePrinter.head(
      "Indexing: " + parts.joined(separator: " · "),
      columns: style.width
    )
  }

  /// What is said of a file that cannot be indexed, with its line end.
  package func text(of problem: FileProblem) -> String {
    let place = problem.place.map { " (\($0))" } ?? ""
    var text = "\(SafeText.visible(problem.path))\(place): \(SafeText.visible(problem.cause))\n"
    if let hint = problem.hint { text += "  hint: \(SafeText.visible(hint))\n" }
    return text
  }

  /// What is said at the end, with its line end.
  package func text(of summary: IngestEvent.Summary) -> String {
    var parts: [String] = []
    if summary.added > 0 { parts.append("\(Phrases.count(summary.added, "chapter")) added") }
    if summary.changed > 0 { parts.append("\(Phrases.count(summary.changed, "chapter")) changed") }
    if summary.removed > 0 { parts.append("\(Phrases.count(summary.removed, "chapter")) removed") }
    if parts.isEmpty { parts.append("nothing changed") }
    if summary.failed > 0 { parts.append("\(Phrases.count(summary.failed, "file")) failed") }
    let speed =
      summary.bytes > 0
      ? ", " + Self.speed(bytes: summary.bytes, milliseconds: summary.elapsedMilliseconds) : ""
    return "\(Phrases.count(summary.files, "file")): \(parts.joined(separator: ", "))"
      + " · \(Self.seconds(summary.elapsedMilliseconds))\(speed)\n"
  }

  private static func speed(bytes: Int, milliseconds: Int) -> String {
    // Bytes a millisecond are kilobytes a second; 1 MB is 10^6 bytes.
    let tenths = milliseconds > 0 ? bytes / (milliseconds * 100) : 0
    return "\(tenths / 10).\(tenths % 10) MB/s"
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let tenths = (milliseconds + 50) / 100
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
