/// Who is told what watched queries find anew: each is told once.
enum WatchListener: String, CaseIterable, Sendable {
  /// Whoever asks `ficsearch watch new`.
  case reader = "seen"
  /// The command of `watches.command`.
  case command = "told"
}
