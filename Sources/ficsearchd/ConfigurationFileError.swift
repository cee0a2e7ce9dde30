/// A configuration file that cannot be used.
struct ConfigurationFileError: Error, CustomStringConvertible {
  /// The file.
  var path: String

  /// The line that is at fault, from 1; nil where the cause names it, or it is the whole file.
  var line: Int?

  /// What is wrong.
  var cause: String

  /// What is wrong, and what to do.
  var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return "cannot use the configuration '\(place)': \(cause); mend it, or name another with "
      + "--config. Every setting stands in ficsearch.yaml(5)"
  }
}
