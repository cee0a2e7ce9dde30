/// The version of the HTTP API, and the media types that it speaks.
public enum WireVersion {
  /// The version; its paths begin with `/v1`.
  ///
  /// It grows when an old client would misunderstand.
  public static let current = 1

  /// What every path of this version begins with.
  public static let pathPrefix = "/v1"

  /// One JSON value.
  public static let json = "application/json"

  /// A JSON object a line.
  public static let jsonLines = "application/jsonl"

  /// An error, RFC 9457.
  public static let problem = "application/problem+json"

  /// Figures for Prometheus, its text format 0.0.4.
  public static let metrics = "text/plain; version=0.0.4; charset=utf-8"
}
