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
  ) throws -> DaemonOptions {
    if let yaml { try Data(yaml.utf8).write(to: URL(filePath: file)) }
    defer { try? FileManager.default.removeItem(atPath: file) }
    var environment = environment
    // The machine's own configuration does not count here.
    if yaml == nil {
      try Data("log: {level: info}".utf8).write(to: URL(filePath: file))
    }
    if environment["FICSEARCH_CONFIG"] == nil { environment["FICSEARCH_CONFIG"] = file }
    return try OptionsLoader(
      flags: flags,
      file: nil,
      environment: environment,
      isRoot: isRoot,
      program: program,
      workingFolder: "/home/reader"
    ).load()
  }

  @Test func `without any setting everything has its default`() throws {
    #expect(try load() == DaemonOptions())
  }

  @Test func `the example file states every default`() throws {
    // Tests/FicsearchdTests/OptionsLoaderTests.swift -> the repository.
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let example = root.appending(path: "etc/ficsearch.yaml")
    var expected = DaemonOptions()
    expected.archive = ["/srv/fiction"]
    let text = try String(contentsOf: example, encoding: .utf8)
    #expect(try load(yaml: text) == expected)
  }

  @Test func `a flag stands above the environment, that above the file`() throws {
    let yaml = """
      archive: {paths: [/file/a, /file/b], settleMilliseconds: 1}
      query: {maxHits: 11, timeoutMilliseconds: 22}
      """
    let options = try load(
      flags: ["archive.paths": "/flag"],
      environment: ["FICSEARCH_ARCHIVE": "/e", "FICSEARCH_QUERY_MAX_HITS": "33"],
      yaml: yaml
    )
    #expect(options.archive == ["/flag"])
    #expect(options.maximumHits == 33)
    #expect(options.queryMilliseconds == 22)
    #expect(options.settleMilliseconds == 1)
    #expect(try load(yaml: yaml).archive == ["/file/a", "/file/b"])
  }

  @Test func `the short names of the environment`() throws {
    let options = try load(environment: [
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

  @Test func `relative paths start at the working folder`() throws {
    let options = try load(flags: ["archive.paths": "a/../b/", "index.path": "i.sqlite"])
    #expect(options.archive == ["/home/reader/b"])
    #expect(options.index == "/home/reader/i.sqlite")
  }

  @Test func `a user's own daemon keeps to the user's folders`() throws {
    let environment = ["XDG_RUNTIME_DIR": "/run/user/1000", "HOME": "/home/u"]
    let options = try load(environment: environment, isRoot: false)
    #expect(options.socket == "/run/user/1000/ficsearch/ficsearch.sock")
    #expect(options.index == "/home/u/.local/share/ficsearch/index.sqlite")
    let other = try load(
      environment: environment.merging(["XDG_DATA_HOME": "/data"]) { $1 },
      isRoot: false
    )
    #expect(other.index == "/data/ficsearch/index.sqlite")
    #expect(try load(environment: environment, isRoot: true) == DaemonOptions())
  }

  @Test func `a daemon takes the worker that was installed with it`() throws {
    let prefix = "/tmp/fic-\(UInt64.random(in: .min ... .max))"
    let folder = prefix + "/libexec/ficsearch"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: prefix) }
    let worker = folder + "/ficsearch-ingest"
    let program = prefix + "/sbin/ficsearchd"
    #expect(try load(program: program).worker == DaemonOptions().worker)
    _ = FileManager.default.createFile(
      atPath: worker,
      contents: nil,
      attributes: [.posixPermissions: 0o755]
    )
    #expect(try load(program: program).worker == worker)
    #expect(try load(program: prefix + "/ficsearchd").worker == DaemonOptions().worker)
    let flags = ["ingest.executable": "/w"]
    #expect(try load(flags: flags, program: program).worker == "/w")
  }

  @Test(arguments: [
    ("query.maxHits", "ten"), ("query.maxHits", "0"), ("query.maxHits", "1001"),
    // A plan numbers no more leaves.
    ("query.maxTerms", "257"),
    ("query.maxHits", ""), ("server.concurrentQueries", "-1"),
    ("server.queuedQueries", "99999999999999999999"), ("archive.watch", "perhaps"),
    ("log.level", "loud"), ("index.path", ""), ("server.socket", "/../x"),
  ])
  func `a value out of its range is refused by its key`(key: String, value: String) {
    let error = #expect(throws: SettingError.self) { try load(flags: [key: value]) }
    #expect(error?.key == key)
    #expect(error?.description.contains("takes") == true)
  }

  @Test(arguments: [
    ("query: {maxHitz: 3}", "query.maxHitz", 1), ("log:\n  level: info\n  lvl: x", "log.lvl", 3),
    ("archive: {paths: [[/a]]}", "list", 1), ("query:\n  maxHits: [1]", "one value", 2),
    ("log: {level: info}\nlogs: {level: info}", "logs.level", 2), ("query: 7", "settings in", 1),
    ("query: {maxHits: {}}", "one value", 1),
  ])
  func `what is no setting is refused by its line`(yaml: String, cause: String, line: Int) {
    let error = #expect(throws: ConfigurationFileError.self) { try load(yaml: yaml) }
    #expect(error?.line == line)
    #expect(error?.cause.contains(cause) == true, "\(error?.cause ?? "")")
  }

  @Test(arguments: ["", "# nothing", "query:", "query:\n  maxHits:\n", "query: ~", "{}"])
  func `what is left out has its default`(yaml: String) throws {
    #expect(try load(yaml: yaml) == DaemonOptions())
  }

  @Test(arguments: ["[1, 2]", "a: b: c", "\t", "text", "{", "log: {level: a}\nlog: {level: b}"])
  func `a file that is no configuration is refused`(yaml: String) {
    let error = #expect(throws: ConfigurationFileError.self) { try load(yaml: yaml) }
    #expect(error?.path == file)
  }

  @Test func `a file that is named must be there`() {
    #expect(throws: ConfigurationFileError.self) {
      try load(environment: ["FICSEARCH_CONFIG": "/no/such/file.yaml"])
    }
  }
}
