import Glibc
package import Logging
import SystemPackage

/// Writes log lines to standard error: with the priority of sd-daemon(3) in front where that is the
/// journal, with the level in words elsewhere.
///
/// One line a message, whatever a query or a file name holds.
package struct JournalLogHandler: LogHandler {
  package var metadata: Logger.Metadata = [:]

  private let threshold: LogThreshold
  private let isJournal: Bool

  /// Creates a handler; `environment` is asked for `JOURNAL_STREAM`.
  package init(threshold: LogThreshold, journalStream: String?) {
    self.threshold = threshold
    isJournal = Self.isStandardError(journalStream)
  }

  package var logLevel: Logger.Level {
    get { threshold.value }
    set { threshold.value = newValue }
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { $1 }
    let line = Self.line(
      level: event.level,
      message: "\(event.message)",
      fields: fields,
      isJournal: isJournal
    )
    let bytes = Array(line.utf8)
    // One write a line: lines of several threads do not mix. A closed standard error is no reason
    // to stop.
    _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// A line with its end.
  static func line(
    level: Logger.Level,
    message: String,
    fields: Logger.Metadata,
    isJournal: Bool
  ) -> String {
    var text = isJournal ? "<\(priority(of: level))>" : "ficsearchd: \(level.rawValue): "
    text += escaped(message)
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      text += " \(key)=\(escaped("\(value)"))"
    }
    return text + "\n"
  }

  /// The priorities of syslog(3).
  private static func priority(of level: Logger.Level) -> Int {
    switch level {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }

  /// Control characters as `\u{…}`, so that what a user sent cannot look like a line of ours.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether standard error is the stream that `JOURNAL_STREAM` names, `device:inode`.
  private static func isStandardError(_ stream: String?) -> Bool {
    guard let stream, let status = try? FileDescriptor.standardError.stat() else { return false }
    return stream == "\(status.deviceID.rawValue):\(status.inode.rawValue)"
  }
}
