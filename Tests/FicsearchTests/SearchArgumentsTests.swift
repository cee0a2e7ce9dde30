import ArgumentParser
import FicWire
import Testing

@testable import ficsearch

@Suite struct SearchArgumentsTests {
  /// What the parser makes of a command line.
  private static func parsed(_ arguments: [String]) throws -> Search {
    let command = try #require(try Ficsearch.parseAsRoot(arguments) as? SearchCommand)
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
    ["--min-confidence", "1e-1", "lamp"],
  ])
  func `a plain command line is read as the parser reads it`(arguments: [String]) throws {
    let read = try #require(Search(arguments: arguments))
    let parsed = try Self.parsed(arguments)
    #expect(read.parameters == parsed.parameters)
    #expect(read.session == parsed.session)
  }

  @Test(arguments: [
    [], [""], ["--json"], ["--limit", "5"], ["lamp", "--limit"], ["lamp", "--limit", "0"],
    ["lamp", "--limit", "1001"], ["lamp", "--limit", "x"], ["lamp", "--limit", "-5"],
    ["lamp", "--limit=5"], ["lamp", "--context", "21"], ["lamp", "--sort", "size"],
    ["lamp", "--color", "red"], ["lamp", "--min-confidence", "2"], ["lamp", "--kwic", "--count"],
    ["lamp", "--min-confidence", "nan"], ["lamp", "-oil"], ["lamp", "--", "--json"], ["--help"],
    ["lamp", "-h"], ["lamp", "--nothing"], ["lamp", "--no-json"], ["--version"],
  ])
  func `what is not plain is left to the parser`(arguments: [String]) {
    #expect(Search(arguments: arguments) == nil)
  }
}
