import FicWire

extension Session {
  /// Sends a request that starts a job, and shows the job until it ends if it `waits`.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - waits: Whether to wait for the job's end.
  /// - Throws: What `show` throws.
  func follow(_ request: DaemonRequest, waits: Bool) throws {
    guard waits else { return try show(request) }
    var items = QueryItems()
    items.append("wait", "true")
    var request = request
    request.target = APIPath.target(request.target, items)
    try show(request, streams: true)
  }
}
