import Foundation
import Testing

@Suite struct ExplainTests {
  private func explain(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome
  {
    try Outcome.of(
      Programs.path("ficsearch-ingest"),
      ["parse", "--explain"] + arguments,
      environment: environment
    )
  }

  private func fixture(_ name: String) -> String {
    Programs.checkout.appending(path: "Tests/Fixtures/\(name)").path
  }

  @Test func `a text is explained without an index, in plain characters`() throws {
    let outcome = try explain([fixture("smith.txt")], environment: ["COLUMNS": "80"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.output.contains("scene 2 ├─ after a break line"))
    #expect(
      outcome.output.contains("    3          │ \"I am not going to the island,\" said Agent")
    )
    #expect(outcome.output.contains("│ “said Agent Smith”"))
    #expect(outcome.output.contains("\nCast\n"))
  }

  @Test func `files of one work share a cast, which stands at the end`() throws {
    let folder = Programs.checkout.appending(path: "Examples/archive/Short Measure").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let outcome = try explain(["--work"] + files.map { folder + "/" + $0 })
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.split(separator: "\nCast\n").count == 2)
    #expect(outcome.output.contains("Chapter 4"))
  }

  @Test func `no bytes crash it or reach the terminal as control characters`() throws {
    let workspace = try Workspace()
    var bytes = Data("\u{1B}]0;title\u{7}“Broken\u{202E}” said\u{9B} Smith.\n".utf8)
    bytes += Data(String(repeating: "The fog went on. ", count: 9).utf8)
    bytes += [0xFF, 0xFE, 0xE2, 0x80, 0x0A, 0x22, 0xC3, 0x0D, 0x22]
    try workspace.write("bad.txt", bytes)
    try workspace.write("empty.txt", "")
    let files = ["bad.txt", "empty.txt", "gone.txt"].map { workspace.archive + "/" + $0 }
    let outcome = try explain(files)
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("Broken"))
    #expect(!outcome.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!outcome.output.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
  }

  @Test func `JSON and explanation exclude each other`() throws {
    let outcome = try explain(["--out", "/tmp", fixture("smith.txt")])
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("--explain"))
  }
}
