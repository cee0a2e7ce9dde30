import Glibc

/// What this process has used so far.
enum ProcessUsage {
  /// Seconds of processor time, the system's part included.
  static var seconds: Double {
    let usage = usage
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// The most memory that was resident at a time, in bytes.
  static var peakBytes: Int { usage.ru_maxrss * 1024 }

  /// The processor time of `work`, in seconds.
  static func measure(_ work: () -> Void) -> Double {
    let start = seconds
    work()
    return seconds - start
  }

  private static var usage: rusage {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }
}
