import FicServer
import FoundationEssentials
import Testing

@testable import ficsearchd

@Suite struct OptionsLoaderTests {
  private let file = "/tmp/fic-\(UInt64.random(in: .min ... .max)).yaml"

  private func load(
    flags: [String: String] = [:],
    environment: [String: String] = [:],
    yaml: String? = nil,
    isRoot: Bool = true,
    program: String = "/nowhere/sbin/ficsearchd"
  ) async throws -> DaemonOptions {
    if let yaml { try Data(yaml.utf8).write(to: URL(filePath: file)) }
    defer { try? FileManager.default.removeItem(atPath: file) }
    var environment = environment
    // The machine's own configuration does not count here.
    if yaml == nil {
      try Data("log: {level: info}".utf8).write(to: URL(filePath: file))
    }
    if environment["FICSEARCH_CONFIG"] == nil { environment["FICSEARCH_CONFIG"] = file }
    return try await OptionsLoader(
      flags: flags,
      file: nil,
      environment: environment,
      isRoot: isRoot,
      program: program,
      workingFolder: "/home/reader"
    ).load()
  }

  @Test func `without any setting everything has its default`() async throws {
    #expect(try await load() == DaemonOptions())
  }

  @Test func `the example file states every default`() async throws {
    // Tests/FicsearchdTests/OptionsLoaderTests.swift -> the repository.
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let example = root.appending(path: "etc/ficsearch.yaml")
    var expected = DaemonOptions()
    expected.archive = ["/srv/fiction"]
    let text = try String(contentsOf: example, encoding: .utf8)
    #expect(try await load(yaml: text) == expected)
    for key in Self.keys {
      let name = key.split(separator: ".").last.map(String.init) ?? key
      #expect(text.contains("\n  \(name):"), "etc/ficsearch.yaml lacks \(key)")
    }
  }

  @Test func `a flag stands above the environment, that above the file`() async throws {
    let yaml = """
      archive: {paths: [/file/a, /file/b], settleMilliseconds: 1}
      query: {maxHits: 11, timeoutMilliseconds: 22}
      """
    let options = try await load(
      flags: ["archive.paths": "/flag"],
      environment: ["FICSEARCH_ARCHIVE": "/e", "FICSEARCH_QUERY_MAX_HITS": "33"],
      yaml: yaml
    )
    #expect(options.archive == ["/flag"])
    #expect(options.maximumHits == 33)
    #expect(options.queryMilliseconds == 22)
    #expect(options.settleMilliseconds == 1)
    #expect(try await load(yaml: yaml).archive == ["/file/a", "/file/b"])
  }

  @Test func `the short names of the environment`() async throws {
    let options = try await load(environment: [
      "FICSEARCH_ARCHIVE": "/a:/b c", "FICSEARCH_INDEX": "/i", "FICSEARCH_SOCKET": "/s",
      "FICSEARCH_INGEST": "/w", "FICSEARCH_ALIASES": "names",
      "FICSEARCH_SERVER_ADMIN_GROUP": "staff",
      "FICSEARCH_ARCHIVE_WATCH": "no",
    ])
    #expect(options.archive == ["/a", "/b c"])
    #expect(options.index == "/i")
    #expect(options.socket == "/s")
    #expect(options.worker == "/w")
    #expect(options.aliases == "/home/reader/names")
    #expect(options.adminGroup == "staff")
    #expect(!options.watchesArchive)
  }

  @Test func `relative paths start at the working folder`() async throws {
    let options = try await load(flags: ["archive.paths": "a/../b/", "index.path": "i.sqlite"])
    #expect(options.archive == ["/home/reader/b"])
    #expect(options.index == "/home/reader/i.sqlite")
  }

  @Test func `a user's own daemon keeps to the user's folders`() async throws {
    let environment = ["XDG_RUNTIME_DIR": "/run/user/1000", "HOME": "/home/u"]
    let options = try await load(environment: environment, isRoot: false)
    #expect(options.socket == "/run/user/1000/ficsearch/ficsearch.sock")
    #expect(options.index == "/home/u/.local/share/ficsearch/index.sqlite")
    let other = try await load(
      environment: environment.merging(["XDG_DATA_HOME": "/data"]) { $1 },
      isRoot: false
    )
    #expect(other.index == "/data/ficsearch/index.sqlite")
    #expect(try await load(environment: environment, isRoot: true) == DaemonOptions())
  }

  @Test func `a daemon takes the worker that was installed with it`() async throws {
    let prefix = "/tmp/fic-\(UInt64.random(in: .min ... .max))"
    let folder = prefix + "/libexec/ficsearch"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: prefix) }
    let worker = folder + "/ficsearch-ingest"
    let program = prefix + "/sbin/ficsearchd"
    #expect(try await load(program: program).worker == DaemonOptions().worker)
    _ = FileManager.default.createFile(
      atPath: worker,
      contents: nil,
      attributes: [.posixPermissions: 0o755]
    )
    #expect(try await load(program: program).worker == worker)
    #expect(try await load(program: prefix + "/ficsearchd").worker == DaemonOptions().worker)
    let flags = ["ingest.executable": "/w"]
    #expect(try await load(flags: flags, program: program).worker == "/w")
  }

  @Test(arguments: [
    ("query.maxHits", "ten"), ("query.maxHits", "0"), ("query.maxHits", "1001"),
    // A plan numbers no more leaves.
    ("query.maxTerms", "257"),
    ("query.maxHits", ""), ("server.concurrentQueries", "-1"),
    ("server.queuedQueries", "99999999999999999999"), ("archive.watch", "perhaps"),
    ("log.level", "loud"), ("index.path", ""), ("server.socket", "/../x"),
  ])
  func `a value out of its range is refused by its key`(key: String, value: String) async {
    let error = await #expect(throws: SettingError.self) { try await load(flags: [key: value]) }
    #expect(error?.key == key)
    #expect(error?.description.contains("takes") == true)
  }

  @Test(arguments: ["[1, 2]", "a: b: c", "\t", "text", "{", ""])
  func `a file that is no configuration is refused`(yaml: String) async {
    let error = await #expect(throws: ConfigurationFileError.self) { try await load(yaml: yaml) }
    #expect(error?.path == file)
  }

  @Test func `a file that is named must be there`() async {
    await #expect(throws: ConfigurationFileError.self) {
      try await load(environment: ["FICSEARCH_CONFIG": "/no/such/file.yaml"])
    }
  }

  private static let keys = [
    "archive.paths", "archive.watch", "archive.settleMilliseconds", "archive.keepRemoved",
    "archive.aliases",
    "index.path", "server.socket", "server.adminGroup", "server.maxConnections",
    "server.concurrentQueries", "server.queuedQueries", "server.requestLineBytes",
    "query.maxBytes", "query.maxTerms", "query.timeoutMilliseconds", "query.maxHits",
    "query.cacheBytes", "ingest.executable", "ingest.maxFileBytes", "ingest.jobs", "log.level",
  ]
}
