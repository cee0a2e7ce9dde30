import Foundation
import Glibc
import Testing

@Suite(.serialized) struct DaemonTests {
  private func small() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write("tale.txt", "Chapter 1\n\n“The lamps are out,” said Smith.\n")
    return workspace
  }

  /// Sends bytes and returns what comes back within two seconds.
  private func exchange(_ workspace: Workspace, _ bytes: [UInt8]) throws -> String {
    let file = workspace.root.appending(path: "request")
    try Data(bytes).write(to: file)
    let outcome = try Outcome.of(
      "/usr/bin/env",
      [
        "python3", "-c",
        """
        import socket, sys
        s = socket.socket(socket.AF_UNIX); s.settimeout(2); s.connect(sys.argv[1])
        data = open(sys.argv[2], 'rb').read()
        try:
            s.sendall(data)
            while True:
                got = s.recv(65536)
                if not got: break
                sys.stdout.write(got.decode('utf-8', 'replace'))
        except OSError: pass
        """, workspace.socket, file.path,
      ]
    )
    return outcome.output
  }

  @Test func `garbage, silence and requests over the bounds disturb nobody`() throws {
    let workspace = try small()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let requests: [[UInt8]] = [
      [], Array("\u{0}\u{1}\u{2}garbage\r\n\r\n".utf8), Array("GET".utf8),
      Array(
        "GET /v1/search?q=\(String(repeating: "a", count: 70_000)) HTTP/1.1\r\nHost: x\r\n\r\n".utf8
      ),
      Array("POST /v1/reindex HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n{}".utf8),
      Array("POST /v1/reindex HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n{{{{{".utf8),
      Array("GET /v1/scenes/%00%FF HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".utf8),
      Array("GET /v1/search?q=a&limit=-1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".utf8),
      Array(
        "GET /v1/search?q=a&cursor=%22%22 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".utf8
      ),
      Array("GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".utf8),
    ]
    for request in requests {
      _ = try exchange(workspace, request)
      #expect(daemon.process.isRunning, "\(String(decoding: request.prefix(80), as: UTF8.self))")
      #expect(try workspace.ficsearch("lamps").status == 0)
    }
    let hanging = try (0..<40).map { _ in
      try Outcome.hang(workspace.socket)
    }
    #expect(try workspace.ficsearch("lamps").status == 0)
    for process in hanging { process.terminate() }
  }

  @Test func `a second daemon is refused and a stale socket is replaced`() throws {
    let workspace = try small()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let second = try Outcome.of(
      Programs.path("ficsearchd"),
      [
        "--archive", workspace.archive, "--index", workspace.index, "--socket", workspace.socket,
        "--ingest", Programs.path("ficsearch-ingest"), "--no-watch",
      ]
    )
    #expect(second.status != 0)
    #expect(second.errors.contains(workspace.socket), "\(second.errors)")
    #expect(try workspace.ficsearch("lamps").status == 0)
    daemon.kill(SIGKILL)
    #expect(FileManager.default.fileExists(atPath: workspace.socket))
    let third = try Daemon(workspace, arguments: ["--no-watch"])
    #expect(try workspace.ficsearch("lamps").status == 0)
    third.kill(SIGTERM)
    #expect(third.process.terminationStatus == 0)
    #expect(!FileManager.default.fileExists(atPath: workspace.socket))
  }

  @Test func `a file in the socket's place is not removed`() throws {
    let workspace = try small()
    try Data("precious".utf8).write(to: URL(filePath: workspace.socket))
    let outcome = try Outcome.of(
      Programs.path("ficsearchd"),
      [
        "--archive", workspace.archive, "--index", workspace.index, "--socket", workspace.socket,
        "--ingest", Programs.path("ficsearch-ingest"),
      ]
    )
    #expect(outcome.status != 0)
    #expect(try String(contentsOfFile: workspace.socket, encoding: .utf8) == "precious")
  }

  @Test(arguments: [
    "no database", "SQLite format 3\u{0}" + String(repeating: "\u{7}", count: 9000),
  ])
  func `a damaged index is said to be damaged, and the daemon lives`(content: String) throws {
    let workspace = try small()
    try Data(content.utf8).write(to: URL(filePath: workspace.index))
    let daemon = try Daemon(workspace, arguments: ["--no-watch"], waits: false)
    var answer: Outcome?
    try poll("the daemon answers") {
      answer = try workspace.ficsearch("lamps")
      return answer?.status != 75
    }
    #expect(answer?.status == 2)
    #expect(answer?.errors.contains("hint: ") == true, "\(answer?.errors ?? "")")
    #expect(daemon.process.isRunning)
    #expect(try Data(contentsOf: URL(filePath: workspace.index)) == Data(content.utf8))
  }

  @Test func `a newer index is left alone`() throws {
    let workspace = try small()
    try workspace.ingest()
    let outcome = try Outcome.of(
      "/usr/bin/sqlite3",
      [workspace.index, "PRAGMA user_version = 9999"]
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    let run = try workspace.ingest()
    #expect(run.status == 2)
    let text = run.output + run.errors
    #expect(text.contains("newer"), "\(text)")
  }

  @Test func `a killed daemon starts again where it was`() throws {
    let workspace = try small()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let before = try workspace.ficsearch("--json", "lamps").records("hit").count
    daemon.kill(SIGKILL)
    let again = try Daemon(workspace, arguments: ["--no-watch"])
    #expect(try workspace.ficsearch("--json", "lamps").records("hit").count == before)
    withExtendedLifetime(again) {}
  }

  @Test func `a daemon that is told to stop under a flood of connections ends in good order`()
    throws
  {
    let workspace = try small()
    for round in 1...8 {
      let daemon = try Daemon(workspace, arguments: ["--no-watch"])
      let flood = try Outcome.flood(workspace.socket)
      defer { flood.terminate() }
      usleep(200_000)
      daemon.kill(SIGTERM)
      let process = daemon.process
      #expect(process.terminationReason == .exit, "round \(round): \(daemon.logged)")
      #expect(process.terminationStatus == 0, "round \(round): \(daemon.logged)")
    }
  }

  @Test func `a full disk is reported and what was there is served`() throws {
    guard getuid() == 0 else { return }
    let workspace = try small()
    let disk = workspace.root.appending(path: "disk")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
    let mounted = try Outcome.of(
      "/bin/mount",
      ["-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.path]
    )
    // A machine that lets nobody mount cannot show this.
    guard mounted.status == 0 else { return }
    defer { _ = try? Outcome.of("/bin/umount", ["-l", disk.path]) }
    let index = disk.appending(path: "index.sqlite").path
    let arguments = [
      "index", "--archive", workspace.archive, "--index", index, "--progress", "json",
    ]
    let ingest = Programs.path("ficsearch-ingest")
    #expect(try Outcome.of(ingest, arguments).status == 0)
    for number in 0..<30 {
      let words = (0..<20_000).map { "word\($0 &* 7919 &+ number &* 104_729)" }
      try workspace.write("big \(number).txt", words.joined(separator: " ") + "\n")
    }
    let full = try Outcome.of(ingest, arguments)
    #expect(full.status != 0)
    #expect((full.output + full.errors).contains("disk_full"), "\(full.output) \(full.errors)")
    let check = try Outcome.of(ingest, ["check", "--deep", "--index", index])
    #expect(check.status == 0, "\(check.output) \(check.errors)")
  }
}

extension Outcome {
  /// Asks again and again on new connections, sixteen at a time, until it is ended.
  static func flood(_ socket: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import socket, sys, threading, time
      def ask():
          while True:
              try:
                  s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])
                  s.sendall(b'GET /healthz HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n')
                  while s.recv(65536): pass
                  s.close()
              except OSError: time.sleep(0.001)
      for _ in range(16): threading.Thread(target=ask, daemon=True).start()
      time.sleep(30)
      """, socket,
    ]
    try process.run()
    return process
  }

  /// Opens a connection that sends half a request and then nothing.
  static func hang(_ socket: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import socket, sys, time
      s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1]); s.sendall(b'GET /v1/sea'); time.sleep(30)
      """, socket,
    ]
    try process.run()
    return process
  }
}
