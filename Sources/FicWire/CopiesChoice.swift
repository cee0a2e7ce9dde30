/// What becomes of works whose text another work holds, as `copies` of `/v1/search` and
/// `/v1/works`.
public enum CopiesChoice: String, CaseIterable, Hashable, Sendable {
  /// They are left out and counted where the other work is shown.
  case fold
  /// They are shown.
  case all
}
