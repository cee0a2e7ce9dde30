/// A setting of the daemon: its key, what it takes, and what it means.
///
/// `Setting.all` is the one table of them: the loader reads it, a reload obeys it, and
/// `etc/ficsearch.yaml` and `ficsearch.yaml(5)` are written from it.
package struct Setting: Sendable {
  /// What a setting takes, and where it stands in the options.
  package enum Value: Sendable {
    /// Folders; in a variable or a flag with colons between them.
    case folders(any Place<[String]>)
    /// A path; a relative one starts at the working folder.
    case path(any Place<String>)
    /// A path, or nothing.
    case optionalPath(any Place<String>)
    /// Any text.
    case text(any Place<String>)
    /// One of several words.
    case choice(any Place<String>, [String])
    /// Yes or no.
    case flag(any Place<Bool>)
    /// A whole number of a range.
    case number(any Place<Int>, ClosedRange<Int>)
  }

  /// Where a value stands in the options.
  package typealias Place<Value> = WritableKeyPath<DaemonOptions, Value> & Sendable

  /// Its group and its name, as the configuration file has them: "query.maxHits".
  package var key: String

  /// What it takes.
  package var value: Value

  /// The short name of its variable, where it has one beside the one made of its key.
  package var variable: String?

  /// Whether only a restart of the daemon changes it.
  package var needsRestart: Bool

  /// What it means, in sentences; words between backticks are typed as they stand.
  package var meaning: String

  init(
    _ key: String,
    _ value: Value,
    variable: String? = nil,
    needsRestart: Bool = false,
    _ meaning: String
  ) {
    self.key = key
    self.value = value
    self.variable = variable
    self.needsRestart = needsRestart
    self.meaning = meaning
  }

  /// Its group and its name.
  package var parts: (group: String, name: String) {
    let parts = key.split(separator: ".", maxSplits: 1)
    return (String(parts[0]), String(parts[1]))
  }

  /// Takes the value from other options; returns whether it was another.
  func copy(from source: DaemonOptions, to target: inout DaemonOptions) -> Bool {
    func copy<Value: Equatable>(_ place: any Place<Value>) -> Bool {
      defer { target[keyPath: place] = source[keyPath: place] }
      return target[keyPath: place] != source[keyPath: place]
    }
    return switch value {
    case .folders(let place): copy(place)
    case .path(let place), .optionalPath(let place), .text(let place), .choice(let place, _):
      copy(place)
    case .flag(let place): copy(place)
    case .number(let place, _): copy(place)
    }
  }
}
