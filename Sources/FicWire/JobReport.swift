public import FicModel

/// A job of the daemon, as it stands: one run of the ingest worker.
public struct JobReport: Hashable, Sendable, JSONWritable {
  /// How far a job is.
  public enum State: String, CaseIterable, Hashable, Sendable, JSONReadable {
    /// It waits for the one before.
    case queued
    /// The worker runs.
    case running
    /// The worker came to its end; single files may have failed.
    case succeeded
    /// The worker could not be started, failed, crashed or was killed.
    case failed
    /// The daemon was told to stop.
    case cancelled

    /// Whether it will not change any more.
    public var isFinal: Bool { self != .queued && self != .running }
  }

  /// Why there is a job.
  public enum Trigger: String, Hashable, Sendable, JSONReadable {
    /// The daemon started or its configuration was read anew.
    case start
    /// Somebody asked for it.
    case request
    /// A file of the archive changed.
    case watch
  }

  /// Names the job while the daemon runs.
  public var id: String

  /// How far it is.
  public var state: State

  /// Why it was queued first.
  public var trigger: Trigger

  /// The paths that it looks at; empty for the whole archive.
  public var paths: [String]

  /// Whether it reads unchanged files too.
  public var all: Bool

  /// Whether it makes what is derived from the stored texts anew before.
  public var rebuild: Bool

  /// Whether what was in folders that are empty now goes.
  public var gone: Bool

  /// References to what is gone from the archive and is kept no longer.
  public var forgets: [String]

  /// What is told of it to whom started it, before it begins.
  public var notes: [String] = []

  /// The last progress of a running job.
  public var progress: IngestEvent.Progress?

  /// What it did, once it has succeeded.
  public var summary: IngestEvent.Summary?

  /// Why it failed or was cancelled.
  public var failure: Problem?

  /// Creates a report.
  public init(
    id: String,
    state: State,
    trigger: Trigger,
    paths: [String] = [],
    all: Bool = false,
    rebuild: Bool = false,
    gone: Bool = false,
    forgets: [String] = [],
    progress: IngestEvent.Progress? = nil,
    summary: IngestEvent.Summary? = nil,
    failure: Problem? = nil
  ) {
    self.id = id
    self.state = state
    self.trigger = trigger
    self.paths = paths
    self.all = all
    self.rebuild = rebuild
    self.gone = gone
    self.forgets = forgets
    self.progress = progress
    self.summary = summary
    self.failure = failure
  }

  /// Appends the record with `"type":"job"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "job")
      object.field("id", id)
      object.field("state", state.rawValue)
      object.field("trigger", trigger.rawValue)
      object.field("paths", paths)
      object.field("all", all)
      if rebuild { object.field("rebuild", true) }
      if gone { object.field("gone", true) }
      if !forgets.isEmpty { object.field("forgets", forgets) }
      if !notes.isEmpty { object.field("notes", notes) }
      object.field(ifPresent: "progress", progress)
      object.field(ifPresent: "summary", summary)
      object.field(ifPresent: "failure", failure)
    }
  }
}

extension JobReport: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      id: try json.read("id"),
      state: try json.read("state"),
      trigger: try json.read("trigger"),
      paths: try json.read("paths"),
      all: try json.read("all"),
      rebuild: try json.read(ifPresent: "rebuild") ?? false,
      gone: try json.read(ifPresent: "gone") ?? false,
      forgets: try json.read(ifPresent: "forgets") ?? [],
      progress: try json.read(ifPresent: "progress"),
      summary: try json.read(ifPresent: "summary"),
      failure: try json.read(ifPresent: "failure")
    )
  }
}
