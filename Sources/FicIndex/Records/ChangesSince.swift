/// Which changes are asked for.
package enum ChangesSince: Hashable, Sendable {
  /// Those of the last run that changed anything.
  case lastRun
  /// Those from a moment on, in seconds since 1970.
  case moment(Int)
}
