import FicModel
import Glibc

extension Problem {
  /// Some or all folders cannot be watched.
  static func cannotWatch(_ number: CInt) -> Problem {
    let cause = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    let hint =
      switch number {
      case ENOSPC: "raise fs.inotify.max_user_watches with sysctl, then reload the daemon"
      case EMFILE: "raise fs.inotify.max_user_instances with sysctl, then restart the daemon"
      case EACCES: "let the daemon's user read all folders of the archive"
      default: "start 'ficsearch reindex' after changes"
      }
    return Problem(
      code: "watch_incomplete",
      status: 500,
      detail: "not every folder of the archive is watched: \(cause)",
      hint: hint
    )
  }

  /// A folder of the archive does not exist.
  static func noArchiveFolder(_ path: String) -> Problem {
    Problem(
      code: "no_archive_folder",
      status: 500,
      detail: "the archive folder '\(path)' is not there",
      hint: "make it, or change archive.paths; it is looked for every few seconds"
    )
  }
}
