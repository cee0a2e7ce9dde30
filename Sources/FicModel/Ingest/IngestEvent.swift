/// What the ingest worker reports on its standard output, a line of JSON each.
public enum IngestEvent: Hashable, Sendable {
  /// How far a run is.
  ///
  /// `filesTotal` and `bytesTotal` are final once `scanned` is true.
  public struct Progress: Hashable, Sendable, JSONWritable {
    /// Whether the archive has been walked, so that the totals are final.
    public var scanned: Bool

    /// Files that need no more work in this run, the unchanged ones included.
    public var filesDone: Int

    /// Files found.
    public var filesTotal: Int

    /// Chapters written.
    public var chaptersDone: Int

    /// Bytes of the files that were read.
    public var bytesDone: Int

    /// Bytes of the files that must be read.
    public var bytesTotal: Int

    /// Files that failed.
    public var failures: Int

    /// Since the start of the run.
    public var elapsedMilliseconds: Int

    /// The file that is being read; nil where none is.
    public var file: String?

    /// How long the rest of a run takes at the speed so far, in milliseconds; nil before the first
    /// second has passed, and where nothing is left.
    public var remainingMilliseconds: Int? {
      guard scanned, elapsedMilliseconds >= 1000, bytesDone > 0, bytesTotal > bytesDone else {
        return nil
      }
      let left = Double(bytesTotal - bytesDone) / Double(bytesDone) * Double(elapsedMilliseconds)
      return Int(min(left, 1e15))
    }

    /// Creates a progress record.
    public init(
      scanned: Bool = false,
      filesDone: Int = 0,
      filesTotal: Int = 0,
      chaptersDone: Int = 0,
      bytesDone: Int = 0,
      bytesTotal: Int = 0,
      failures: Int = 0,
      elapsedMilliseconds: Int = 0,
      file: String? = nil
    ) {
      self.scanned = scanned
      self.filesDone = filesDone
      self.filesTotal = filesTotal
      self.chaptersDone = chaptersDone
      self.bytesDone = bytesDone
      self.bytesTotal = bytesTotal
      self.failures = failures
      self.elapsedMilliseconds = elapsedMilliseconds
      self.file = file
    }

    /// Appends the record with `"type":"progress"` first.
    public func write(to writer: inout JSONWriter) {
      writer.object { object in
        object.field("type", "progress")
        object.field("scanned", scanned)
        object.field("filesDone", filesDone)
        object.field("filesTotal", filesTotal)
        object.field("chaptersDone", chaptersDone)
        object.field("bytesDone", bytesDone)
        object.field("bytesTotal", bytesTotal)
        object.field("failures", failures)
        object.field("elapsedMilliseconds", elapsedMilliseconds)
        object.field(ifPresent: "remainingMilliseconds", remainingMilliseconds)
        object.field(ifPresent: "file", file)
      }
    }
  }

  /// What a run did.
  public struct Summary: Hashable, Sendable, JSONWritable {
    /// Files found.
    public var files: Int

    /// Files that cost a `stat` only.
    public var unchanged: Int

    /// Files that failed.
    public var failed: Int

    /// Chapters that are new.
    public var added: Int

    /// Chapters whose records were replaced.
    public var changed: Int

    /// Chapters that went.
    public var removed: Int

    /// Bytes that were read.
    public var bytes: Int

    /// The whole run.
    public var elapsedMilliseconds: Int

    /// Creates a summary.
    public init(
      files: Int = 0,
      unchanged: Int = 0,
      failed: Int = 0,
      added: Int = 0,
      changed: Int = 0,
      removed: Int = 0,
      bytes: Int = 0,
      elapsedMilliseconds: Int = 0
    ) {
      self.files = files
      self.unchanged = unchanged
      self.failed = failed
      self.added = added
      self.changed = changed
      self.removed = removed
      self.bytes = bytes
      self.elapsedMilliseconds = elapsedMilliseconds
    }

    /// Appends the record with `"type":"summary"` first.
    public func write(to writer: inout JSONWriter) {
      writer.object { object in
        object.field("type", "summary")
        object.field("files", files)
        object.field("unchanged", unchanged)
        object.field("failed", failed)
        object.field("added", added)
        object.field("changed", changed)
        object.field("removed", removed)
        object.field("bytes", bytes)
        object.field("elapsedMilliseconds", elapsedMilliseconds)
      }
    }
  }

  /// How far it is.
  case progress(Progress)
  /// A file that cannot be indexed; the rest goes on.
  case fileProblem(FileProblem)
  /// The run's end.
  case summary(Summary)
  /// The run cannot go on.
  case failure(Problem)
}

extension IngestEvent: JSONWritable {
  /// Appends the event's object, its `type` first.
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .progress(let progress): progress.write(to: &writer)
    case .fileProblem(let problem): problem.write(to: &writer)
    case .summary(let summary): summary.write(to: &writer)
    case .failure(let problem): problem.write(to: &writer)
    }
  }
}

extension IngestEvent.Progress: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      scanned: try json.read("scanned"),
      filesDone: try json.read("filesDone"),
      filesTotal: try json.read("filesTotal"),
      chaptersDone: try json.read("chaptersDone"),
      bytesDone: try json.read("bytesDone"),
      bytesTotal: try json.read("bytesTotal"),
      failures: try json.read("failures"),
      elapsedMilliseconds: try json.read("elapsedMilliseconds"),
      file: try json.read(ifPresent: "file")
    )
  }
}

extension IngestEvent.Summary: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      files: try json.read("files"),
      unchanged: try json.read("unchanged"),
      failed: try json.read("failed"),
      added: try json.read("added"),
      changed: try json.read("changed"),
      removed: try json.read("removed"),
      bytes: try json.read("bytes"),
      elapsedMilliseconds: try json.read("elapsedMilliseconds")
    )
  }
}

extension IngestEvent: JSONReadable {
  /// Reads an event by its `type`.
  public init(json: JSONValue) throws(JSONError) {
    switch try json.read("type", as: String.self) {
    case "progress": self = .progress(try Progress(json: json))
    case "file_problem": self = .fileProblem(try FileProblem(json: json))
    case "summary": self = .summary(try Summary(json: json))
    case "failure": self = .failure(try Problem(json: json))
    default: throw JSONError(expected: "a known event type")
    }
  }
}
