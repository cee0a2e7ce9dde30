/// A configuration file that cannot be read.
struct ConfigurationFileError: Error, CustomStringConvertible {
  /// The file.
  var path: String

  /// What the reader said.
  var cause: String

  /// What is wrong, and what to do.
  var description: String {
    "cannot read the configuration '\(path)': \(cause); mend it, or name another with --config"
  }
}
