/// A setting that cannot be used.
struct SettingError: Error, Hashable, CustomStringConvertible {
  /// The key, as the configuration file writes it.
  var key: String

  /// Its value.
  var value: String

  /// What it takes.
  var expected: String

  /// What is wrong, and what to do.
  var description: String { "\(key) is '\(value)'; it takes \(expected)" }
}
