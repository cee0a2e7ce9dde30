import ArgumentParser
import FicWire
import Testing

@testable import ficsearch

@Suite struct SearchArgumentsTests {
  /// What the parser makes of a command line.
  private static func parsed(_ arguments: [String]) throws -> Search {
    let command = try #require(try Ficsearch.parsed(arguments) as? SearchCommand)
    return Search(session: command.options.session, parameters: command.parameters)
  }

  @Test(arguments: [
    ["lamp"], ["lamp", "oil"], ["\"in the end\""], ["", "lamp"], ["from:smith", "“you”"],
    ["--json", "lamp"], ["lamp", "--kwic"], ["lamp", "--count", "--count"],
    ["lamp", "--all-copies"],
    ["lamp", "--pager", "--no-pager"], ["--no-pager", "--pager", "lamp"],
    ["--socket", "/run/x.sock", "lamp"], ["--socket", "", "lamp"], ["--color", "never", "lamp"],
    ["--color", "always", "--color", "auto", "lamp"], ["lamp", "--limit", "5", "oil"],
    ["--limit", "1000", "lamp"], ["--limit", "+7", "lamp"], ["--cursor", "abc-1", "lamp"],
    ["--sort", "story", "lamp"], ["--sort", "relevance", "lamp"], ["--context", "20", "lamp"],
    ["--in", "dialogue", "lamp"], ["--in", "nowhere", "lamp"], ["--min-confidence", "0.5", "lamp"],
    ["--min-confidence", "1e-1", "lamp"], ["-harry draco"], ["-harry", "draco"], ["-7"],
    ["--json", "-he said", "--limit", "5"], ["lamp", "-oil"], ["-\"the lamp\"", "oil"], ["-é"],
  ])
  func `a plain command line is read as the parser reads it`(arguments: [String]) throws {
    let read = try #require(Search(arguments: arguments))
    let parsed = try Self.parsed(arguments)
    #expect(read.parameters == parsed.parameters)
    #expect(read.session == parsed.session)
  }

  @Test(arguments: [
    (["-harry draco", "--limit=5"], "-harry draco"), (["--limit=5", "-he said"], "-he said"),
    (["search", "-help me", "--json"], "-help me"), (["--limit=5", "lamp", "-oil"], "lamp -oil"),
    (["--limit=5", "-(a b)", "-x y"], "-(a b) -x y"), (["--json", "--", "-h", "x"], "-h x"),
    (["--", "--count", "lamp"], "--count lamp"), (["lamp", "--", "--", "-q"], "lamp -- -q"),
    (["--limit=5", " lamp", " -oil"], " lamp -oil"),
  ])
  func `what begins with one hyphen is a query wherever options stand`(
    arguments: [String],
    query: String
  ) throws {
    #expect(try Self.parsed(arguments).parameters.query == query)
  }

  @Test func `a list of works may begin with what it leaves out`() throws {
    let command = try Ficsearch.parsed(["works", "-status:complete tale", "--sort", "title"])
    #expect((command as? WorksCommand)?.parameters.query == "-status:complete tale")
  }

  @Test(arguments: [
    ["--kwik", "lamp"], ["lamp", "-q"], ["-q"], ["search", "lamp", "--jsn"], ["works", "-S"],
  ])
  func `a mistyped option is an error that says where a query goes`(arguments: [String]) {
    let error = #expect(throws: (any Error).self) { try Ficsearch.parsed(arguments) }
    let message = error.map { Ficsearch.message(for: $0) } ?? ""
    #expect(message.contains("Unknown option -") && message.contains("behind '--'"), "\(message)")
  }

  @Test(arguments: [
    [], [""], ["--json"], ["--limit", "5"], ["lamp", "--limit"], ["lamp", "--limit", "0"],
    ["lamp", "--limit", "1001"], ["lamp", "--limit", "x"], ["lamp", "--limit", "-5"],
    ["lamp", "--limit=5"], ["lamp", "--context", "21"], ["lamp", "--sort", "size"],
    ["lamp", "--color", "red"], ["lamp", "--min-confidence", "2"], ["lamp", "--kwic", "--count"],
    ["lamp", "--min-confidence", "nan"], ["lamp", "-o"], ["lamp", "--", "--json"], ["--help"],
    ["lamp", "-h"], ["lamp", "--nothing"], ["lamp", "--no-json"], ["--version"],
  ])
  func `what is not plain is left to the parser`(arguments: [String]) {
    #expect(Search(arguments: arguments) == nil)
  }
}
