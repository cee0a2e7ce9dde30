public import FicModel

/// Whether the daemon notices changes of the archive, as `status` shows it.
public struct WatchReport: Hashable, Sendable, JSONWritable {
  /// Whether it is meant to.
  public var enabled: Bool

  /// The folders that are watched.
  public var folders: Int

  /// Why some or all changes are not noticed, with a hint; nil where all are.
  public var failure: Problem?

  /// Creates a report.
  public init(enabled: Bool, folders: Int = 0, failure: Problem? = nil) {
    self.enabled = enabled
    self.folders = folders
    self.failure = failure
  }

  /// Appends the fields.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("enabled", enabled)
      object.field("folders", folders)
      object.field(ifPresent: "failure", failure)
    }
  }
}

extension WatchReport: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      enabled: try json.read("enabled"),
      folders: try json.read("folders"),
      failure: try json.read(ifPresent: "failure")
    )
  }
}
