import ServiceLifecycle

/// Gives back memory when nobody has asked for a while: a daemon lies idle most of the day, and
/// what it keeps for the next search is then of more use to others.
struct IdleService: Service {
  /// How long nobody has asked, at least; at most twice as long.
  var patience = Duration.seconds(30)

  /// Counts the questions since the start.
  let questions: @Sendable () -> Int

  /// Gives the memory back; called once after each time in which somebody asked.
  let release: @Sendable () -> Void

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      var last = questions()
      // What opening the index took is no use to keep either.
      var isReleased = false
      while true {
        try await Task.sleep(for: patience)
        let now = questions()
        if now != last {
          (last, isReleased) = (now, false)
        } else if !isReleased {
          release()
          isReleased = true
        }
      }
    }
  }
}
