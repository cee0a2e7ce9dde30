import FicModel

/// Writes what a run reports: JSON Lines, or a line of progress for a terminal.
final class EventOutput {
  private let isScreen: Bool

  init(isScreen: Bool) {
    self.isScreen = isScreen
  }

  /// Writes an event.
  ///
  /// A reader that has gone ends the run.
  func write(_ event: IngestEvent) {
    if isScreen {
      write(Array(Self.screen(event).utf8))
    } else {
      write(event.jsonBytes + [UInt8(ascii: "\n")])
    }
  }

  private func write(_ bytes: [UInt8]) {
    if !ProcessOutput.standardOutput.write(bytes) { StopSignal.raise() }
  }

  /// Back to the line's start, and clear to its end (ECMA-48).
  private static let clearLine = "\r\u{1B}[K"

  private static func screen(_ event: IngestEvent) -> String {
    switch event {
    case .progress(let progress):
      let failed = progress.failures > 0 ? ", \(progress.failures) failed" : ""
      return clearLine
        + "\(progress.filesDone)/\(progress.filesTotal) files, \(progress.chaptersDone) chapters, "
        + speed(progress.bytesDone, progress.elapsedMilliseconds) + failed + left(progress)
    case .fileProblem(let problem):
      let place = problem.place.map { ", \($0)" } ?? ""
      let hint = problem.hint.map { "\n  hint: \(visible($0))" } ?? ""
      return clearLine + "\(visible(problem.path))\(place): \(visible(problem.cause))\(hint)\n"
    case .summary(let summary):
      return clearLine
        + "\(summary.files) files (\(summary.unchanged) unchanged, \(summary.failed) failed): "
        + "\(summary.added) chapters added, \(summary.changed) changed, \(summary.removed) removed; "
        + speed(summary.bytes, summary.elapsedMilliseconds) + "\n"
    case .failure(let problem):
      return clearLine + "\(problem.detail)\n"
    }
  }

  private static func left(_ progress: IngestEvent.Progress) -> String {
    progress.remainingMilliseconds.map { ", \($0 / 1000) s left" } ?? ""
  }

  private static func speed(_ bytes: Int, _ milliseconds: Int) -> String {
    // Bytes a millisecond are kilobytes a second; 1 MB is 10^6 bytes.
    let tenths = milliseconds > 0 ? bytes / (milliseconds * 100) : 0
    return "\(tenths / 10).\(tenths % 10) MB/s"
  }

  /// A name of a file with its control characters made visible.
  private static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(
        scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" : scalar
      )
    }
    return String(result)
  }
}
