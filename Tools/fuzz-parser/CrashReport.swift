import Glibc
import Synchronization

/// Says at which input the parser crashed, before the process ends as it would have.
enum CrashReport {
  private static let number = Atomic<Int>(0)

  /// Notes the input that is about to be read.
  static func begin(_ number: Int) {
    self.number.store(number, ordering: .relaxed)
  }

  /// Watches for the signals of a trap, a bad address, an abort and an alarm.
  static func install() {
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGALRM] {
      Glibc.signal(signal) { signal in
        CrashReport.write("\ncrash at input number ")
        CrashReport.write(String(CrashReport.number.load(ordering: .relaxed)))
        CrashReport.write("\n")
        Glibc.signal(signal, SIG_DFL)
        raise(signal)
      }
    }
  }

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
