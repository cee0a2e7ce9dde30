/// Waits until a condition holds, at most a minute: other tests may keep all cores busy.
///
/// Returns whether it does.
func eventually(_ condition: @Sendable () async throws -> Bool) async throws -> Bool {
  for _ in 0..<6000 {
    if try await condition() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return false
}
