import FicClient
import FicModel
import FicPrinter

/// Asks the daemon for records and prints them.
struct Answer {
  let session: Session

  /// Fetches the records at `target` and prints them.
  ///
  /// Returns how many records of the kind that counts as found there were.
  ///
  /// Throws: what the client throws; a `Problem` that comes in the middle of an answer.
  func print(_ target: String, with printer: some HitPrinter) throws -> Int {
    session.json ? try printLines(target) : try printScreen(target, with: printer)
  }

  /// JSON Lines are the daemon's own: they pass as they are.
  private func printLines(_ target: String) throws -> Int {
    var output = StandardOutput()
    var found = 0
    try session.client.lines(target: target) { line in
      if try Self.record(line).isFinding { found += 1 }
      output.write(bytes: line)
      output.write("\n")
    }
    output.flush()
    return found
  }

  private func printScreen(_ target: String, with printer: some HitPrinter) throws -> Int {
    var printer = printer
    var screen = ""
    var found = 0
    try session.client.lines(target: target) { line in
      let record = try Self.record(line)
      if case .failure(let problem) = record { throw problem }
      if record.isFinding { found += 1 }
      printer.print(record, to: &screen)
    }
    printer.finish(to: &screen)
    session.show(screen)
    return found
  }

  private static func record(_ line: [UInt8]) throws -> SearchRecord {
    try SearchRecord(json: JSONValue(line))
  }
}

extension SearchRecord {
  /// Whether the record means that something was found.
  fileprivate var isFinding: Bool {
    switch self {
    case .hit, .member, .work, .passage, .change: true
    case .count(let count): count.totals.matches > 0 || count.totals.scenes > 0
    // What `in:all` finds in headers and names of files.
    case .end(let end): end.elsewhere.contains { !$0.works.isEmpty }
    case .begin, .card, .closest, .page, .failure: false
    }
  }
}
