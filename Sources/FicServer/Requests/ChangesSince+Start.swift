import FicIndex
import FicWire
import Glibc

extension ChangesSince {
  /// The moment that a start means now, in the time zone of the daemon.
  init(_ start: ChangesStart) {
    let now = Glibc.time(nil)
    switch start {
    case .last: self = .lastRun
    case .ago(let seconds): self = .moment(max(0, now - seconds))
    case .utc(let seconds): self = .moment(seconds)
    case .local(let seconds): self = .moment(max(0, seconds - Self.offset(at: seconds)))
    }
  }

  /// How far the clock on the wall is ahead of UTC at a moment, in seconds.
  private static func offset(at seconds: Int) -> Int {
    var moment = time_t(seconds)
    var parts = unsafe tm()
    guard unsafe localtime_r(&moment, &parts) != nil else { return 0 }
    return Int(unsafe parts.tm_gmtoff)
  }
}
