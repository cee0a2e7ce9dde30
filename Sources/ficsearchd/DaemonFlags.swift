import ArgumentParser

/// The flags of the daemon: each stands above the environment and the configuration file.
struct DaemonFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration file.",
      discussion: "Default: FICSEARCH_CONFIG, else /etc/ficsearch/ficsearch.yaml if there is one.",
      valueName: "file"
    )
  )
  var config: String?

  @Option(
    help: ArgumentHelp(
      "A folder that is indexed, with all below it; may be given several times.",
      valueName: "folder"
    )
  )
  var archive: [String] = []

  @Option(help: ArgumentHelp("A file of aliases that you keep by hand.", valueName: "file"))
  var aliases: String?

  @Option(help: ArgumentHelp("The index file.", valueName: "file"))
  var index: String?

  @Option(help: ArgumentHelp("The socket to listen on.", valueName: "path"))
  var socket: String?

  @Option(help: ArgumentHelp("The ingest worker, ficsearch-ingest.", valueName: "file"))
  var ingest: String?

  @Option(
    help: ArgumentHelp("The group whose members may reindex and set aliases.", valueName: "name")
  )
  var adminGroup: String?

  @Flag(inversion: .prefixedNo, help: "Notice changes of the archive.")
  var watch: Bool?

  @Option(
    help: ArgumentHelp(
      "trace, debug, info, notice, warning, error or critical.",
      valueName: "level"
    )
  )
  var logLevel: String?

  /// The flags that were given, by the key of the configuration file.
  var settings: [String: String] {
    var settings: [String: String] = [:]
    if !archive.isEmpty { settings["archive.paths"] = archive.joined(separator: ":") }
    settings["archive.aliases"] = aliases
    settings["index.path"] = index
    settings["server.socket"] = socket
    settings["ingest.executable"] = ingest
    settings["server.adminGroup"] = adminGroup
    settings["archive.watch"] = watch.map(String.init)
    settings["log.level"] = logLevel
    return settings
  }
}
