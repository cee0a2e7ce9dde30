/// Whether a passage is read, or what stands beside it.
public enum ReadingStep: String, CaseIterable, Hashable, Sendable {
  /// What comes before it.
  case previous
  /// Itself.
  case here
  /// What comes next.
  case next
}
