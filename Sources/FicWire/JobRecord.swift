public import FicModel

/// A line of `GET /v1/jobs/{id}`: the job first, then what the worker reports, at last the job as
/// it ended.
public enum JobRecord: Hashable, Sendable {
  /// The job as it stands.
  case job(JobReport)
  /// What the worker reported.
  case event(IngestEvent)
}

extension JobRecord: JSONWritable {
  /// Appends the record's object, its `type` first.
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .job(let report): report.write(to: &writer)
    case .event(let event): event.write(to: &writer)
    }
  }
}

extension JobRecord: JSONReadable {
  /// Reads a job or one of its events, by `type`.
  public init(json: JSONValue) throws(JSONError) {
    switch try json.read("type", as: String.self) {
    case "job": self = .job(try JobReport(json: json))
    default: self = .event(try IngestEvent(json: json))
    }
  }
}
