import Configuration
import FicServer
import FoundationEssentials

/// Puts the daemon's options together: flags over environment over configuration file over
/// defaults.
struct OptionsLoader: Sendable {
  /// Read where no other file is named, if it is there.
  static let systemFile = "/etc/ficsearch/ficsearch.yaml"

  /// Where the daemon is below the prefix of its installation.
  private static let installed = "/sbin/ficsearchd"

  /// The flags, by key.
  var flags: [String: String]

  /// The file that a flag names.
  var file: String?

  /// The environment.
  var environment: [String: String]

  /// Whether the daemon runs as root.
  var isRoot: Bool

  /// The daemon's own file.
  var program: String

  /// Relative paths start here.
  var workingFolder: String

  /// Reads the options.
  ///
  /// Variables have the key in capitals with `FICSEARCH_` in front, words parted by `_`; some have
  /// a short name, too.
  ///
  /// Throws: `ConfigurationFileError`, `SettingError`.
  func load() throws -> DaemonOptions {
    let short = Setting.all.compactMap { setting in
      setting.variable.flatMap { environment[$0] }.flatMap { $0.isEmpty ? nil : (setting.key, $0) }
    }
    var providers: [any ConfigProvider] = [
      Self.provider(flags), Self.provider(Dictionary(uniqueKeysWithValues: short)),
      EnvironmentVariablesProvider(environmentVariables: environment)
        .prefixKeys(with: ConfigKey("ficsearch")),
    ]
    if let file = try fileProvider() { providers.append(file) }
    return try options(SettingsReader(providers))
  }

  private static func provider(_ values: [String: String]) -> any ConfigProvider {
    provider(values.mapValues { .string($0) })
  }

  private static func provider(_ values: [String: ConfigContent]) -> any ConfigProvider {
    InMemoryProvider(
      values: Dictionary(
        uniqueKeysWithValues: values.map { key, content in
          (AbsoluteConfigKey(ConfigKey(key)), ConfigValue(content, isSecret: false))
        }
      )
    )
  }

  private func fileProvider() throws -> (any ConfigProvider)? {
    let named = file ?? environment["FICSEARCH_CONFIG"]
    let path = named ?? Self.systemFile
    if named == nil && !FileManager.default.fileExists(atPath: path) { return nil }
    return Self.provider(try ConfigurationFile(path: path).values)
  }

  private func options(_ settings: SettingsReader) throws(SettingError) -> DaemonOptions {
    var options = DaemonOptions()
    options.index = defaultIndex
    options.socket = defaultSocket
    options.worker = defaultWorker
    for setting in Setting.all { try read(setting, from: settings, into: &options) }
    return options
  }

  private func read(
    _ setting: Setting,
    from settings: SettingsReader,
    into options: inout DaemonOptions
  ) throws(SettingError) {
    let key = setting.key
    switch setting.value {
    case .folders(let place):
      var folders: [String] = []
      for path in settings.list(key) { folders.append(try absolute(path, key)) }
      options[keyPath: place] = folders
    case .path(let place):
      options[keyPath: place] = try absolute(settings.text(key, options[keyPath: place]), key)
    case .optionalPath(let place):
      let path = settings.text(key, options[keyPath: place])
      options[keyPath: place] = path.isEmpty ? "" : try absolute(path, key)
    case .text(let place):
      options[keyPath: place] = settings.text(key, options[keyPath: place])
    case .choice(let place, let words):
      let word = settings.text(key, options[keyPath: place])
      guard words.contains(word) else {
        let expected = "one of \(words.joined(separator: ", "))"
        throw SettingError(key: key, value: word, expected: expected)
      }
      options[keyPath: place] = word
    case .flag(let place):
      options[keyPath: place] = try settings.flag(key, options[keyPath: place])
    case .number(let place, let range):
      options[keyPath: place] = try settings.number(key, options[keyPath: place], in: range)
    }
  }

  /// A daemon that a user starts for himself keeps its files in the user's folders.
  private var runtimeFolder: String? {
    guard !isRoot, let folder = environment["XDG_RUNTIME_DIR"], folder.hasPrefix("/") else {
      return nil
    }
    return folder
  }

  private var defaultSocket: String {
    runtimeFolder.map { $0 + "/ficsearch/ficsearch.sock" } ?? DaemonOptions().socket
  }

  private var defaultIndex: String {
    guard runtimeFolder != nil, let home = environment["HOME"], home.hasPrefix("/") else {
      return DaemonOptions().index
    }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (data ?? home + "/.local/share") + "/ficsearch/index.sqlite"
  }

  /// The worker that was installed with the daemon: `PREFIX/sbin/ficsearchd` has its own.
  private var defaultWorker: String {
    let usual = DaemonOptions().worker
    guard program.hasSuffix(Self.installed) else { return usual }
    let own = program.dropLast(Self.installed.utf8.count) + "/libexec/ficsearch/ficsearch-ingest"
    return FileManager.default.isExecutableFile(atPath: String(own)) ? String(own) : usual
  }

  private func absolute(_ path: String, _ key: String) throws(SettingError) -> String {
    let whole = path.hasPrefix("/") ? path : workingFolder + "/" + path
    guard !path.isEmpty, let normal = ArchivePath.normalized(whole) else {
      throw SettingError(key: key, value: path, expected: "a path")
    }
    return normal
  }
}
