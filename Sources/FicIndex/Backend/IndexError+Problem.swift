package import FicModel

extension IndexError: CustomStringConvertible {
  /// What is wrong and what to do, for a log.
  package var description: String {
    "\(detail); \(hint)" + (engineWords.map { " (the engine: \($0))" } ?? "")
  }

  /// The error as an answer.
  package var problem: Problem {
    Problem(code: problemCode, status: status, detail: detail, hint: hint)
  }

  private var problemCode: String {
    switch code {
    case .deadlineExceeded: "query_timeout"
    case .notIndexed: "not_indexed"
    default: "index_\(code.rawValue)"
    }
  }

  private var status: Int {
    switch code {
    case .busy, .notIndexed, .corrupt, .newerSchema, .notAnIndex, .unavailable: 503
    case .deadlineExceeded: 504
    case .diskFull, .engine, .unknownEngine: 500
    }
  }

  private var detail: String {
    let place = "the index '\(path)'"
    return switch code {
    case .busy: "cannot \(operation): another process writes to \(place)"
    case .corrupt: "cannot \(operation): \(place) is damaged: \(cause)"
    case .newerSchema: "cannot \(operation): \(place) was written by a newer version: \(cause)"
    case .notAnIndex: "cannot \(operation): '\(path)' is no index of ficsearch: \(cause)"
    case .diskFull: "cannot \(operation): the disk of \(place) is full"
    case .unavailable: "cannot \(operation): \(place) cannot be opened: \(cause)"
    case .notIndexed: "nothing is indexed yet in '\(path)'"
    case .deadlineExceeded: "the query took too long and was stopped"
    case .engine, .unknownEngine: "cannot \(operation): \(cause)"
    }
  }

  /// The commands that make an index anew.
  private var rebuild: String { "mv '\(path)' '\(path).old' && ficsearch reindex --all" }

  private var hint: String {
    switch code {
    case .busy: "try again in a moment"
    case .corrupt, .notAnIndex:
      "move the file away and make it anew from the archive: \(rebuild)"
    case .newerSchema:
      "install that version again, or move the file away and make it anew: \(rebuild)"
    case .diskFull: "make room, then: ficsearch reindex"
    case .unavailable: "let the daemon's user read and write the file and its folder"
    case .notIndexed:
      "wait for the first run, see 'ficsearch status', or start one: ficsearch reindex"
    case .deadlineExceeded:
      "ask for rarer words or a narrower field; query.timeoutMilliseconds is the bound"
    case .unknownEngine: "install the libsqlite3-0 of Debian, or a newer ficsearch"
    case .engine: "the daemon's log says more: journalctl -u ficsearchd"
    }
  }
}
