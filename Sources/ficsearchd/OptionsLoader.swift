import Configuration
import FicServer
import FoundationEssentials
import Logging
import SystemPackage

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

  /// The variables that have a short name of their own; all others are the key in capitals with
  /// `FICSEARCH_` in front, words parted by `_`.
  private static let shortNames = [
    "FICSEARCH_ARCHIVE": "archive.paths", "FICSEARCH_INDEX": "index.path",
    "FICSEARCH_SOCKET": "server.socket", "FICSEARCH_INGEST": "ingest.executable",
    "FICSEARCH_ALIASES": "archive.aliases",
  ]

  /// Reads the options.
  ///
  /// Throws: `ConfigurationFileError`, `SettingError`.
  func load() async throws -> DaemonOptions {
    let short = Self.shortNames.compactMap { name, key in
      environment[name].flatMap { $0.isEmpty ? nil : (key, $0) }
    }
    var providers: [any ConfigProvider] = [
      Self.provider(flags), Self.provider(Dictionary(uniqueKeysWithValues: short)),
      EnvironmentVariablesProvider(environmentVariables: environment)
        .prefixKeys(with: ConfigKey("ficsearch")),
    ]
    if let file = try await fileProvider() { providers.append(file) }
    return try options(SettingsReader(providers))
  }

  private static func provider(_ values: [String: String]) -> any ConfigProvider {
    InMemoryProvider(
      values: Dictionary(
        uniqueKeysWithValues: values.map { key, value in
          (AbsoluteConfigKey(ConfigKey(key)), ConfigValue(stringLiteral: value))
        }
      )
    )
  }

  private func fileProvider() async throws -> (any ConfigProvider)? {
    let named = file ?? environment["FICSEARCH_CONFIG"]
    let path = named ?? Self.systemFile
    if named == nil && !FileManager.default.fileExists(atPath: path) { return nil }
    do {
      return try await FileProvider<YAMLSnapshot>(filePath: FilePath(path))
    } catch {
      throw ConfigurationFileError(path: path, cause: "\(error)")
    }
  }

  private func options(_ settings: SettingsReader) throws -> DaemonOptions {
    var options = DaemonOptions()
    options.archive = try settings.list("archive.paths").map { try absolute($0, "archive.paths") }
    options.watchesArchive = try settings.flag("archive.watch", options.watchesArchive)
    options.settleMilliseconds = try settings.number(
      "archive.settleMilliseconds",
      options.settleMilliseconds,
      in: 0...60_000
    )
    options.keepsRemoved = try settings.flag("archive.keepRemoved", options.keepsRemoved)
    options.forgetsEmptyFolders = try settings.flag(
      "archive.forgetEmpty",
      options.forgetsEmptyFolders
    )
    let aliases = settings.text("archive.aliases", options.aliases)
    options.aliases = aliases.isEmpty ? "" : try absolute(aliases, "archive.aliases")
    options.index = try absolute(settings.text("index.path", defaultIndex), "index.path")
    options.socket = try absolute(settings.text("server.socket", defaultSocket), "server.socket")
    options.adminGroup = settings.text("server.adminGroup", options.adminGroup)
    options.worker = try absolute(
      settings.text("ingest.executable", defaultWorker),
      "ingest.executable"
    )
    try readBounds(settings, into: &options)
    options.logLevel = settings.text("log.level", options.logLevel)
    guard Logger.Level(rawValue: options.logLevel) != nil else {
      let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      throw SettingError(key: "log.level", value: options.logLevel, expected: "one of \(levels)")
    }
    return options
  }

  private func readBounds(_ settings: SettingsReader, into options: inout DaemonOptions) throws {
    options.maximumConnections = try settings.number(
      "server.maxConnections",
      options.maximumConnections,
      in: 1...4000
    )
    options.concurrentQueries = try settings.number(
      "server.concurrentQueries",
      options.concurrentQueries,
      in: 1...64
    )
    options.queuedQueries = try settings.number(
      "server.queuedQueries",
      options.queuedQueries,
      in: 0...100_000
    )
    options.requestLineBytes = try settings.number(
      "server.requestLineBytes",
      options.requestLineBytes,
      in: 1024...1_048_576
    )
    options.queryBytes = try settings.number(
      "query.maxBytes",
      options.queryBytes,
      in: 1...65_536
    )
    options.queryTerms = try settings.number("query.maxTerms", options.queryTerms, in: 1...256)
    options.queryMilliseconds = try settings.number(
      "query.timeoutMilliseconds",
      options.queryMilliseconds,
      in: 1...600_000
    )
    options.maximumHits = try settings.number(
      "query.maxHits",
      options.maximumHits,
      in: 1...1000
    )
    options.cacheBytes = try settings.number(
      "query.cacheBytes",
      options.cacheBytes,
      in: 0...1 << 30
    )
    options.maximumFileBytes = try settings.number(
      "ingest.maxFileBytes",
      options.maximumFileBytes,
      in: 1...1 << 40
    )
    options.parseJobs = try settings.number("ingest.jobs", options.parseJobs, in: 0...1024)
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
