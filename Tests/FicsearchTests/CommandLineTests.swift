import ArgumentParser
import FicModel
import FicWire
import Testing

@testable import ficsearch

@Suite struct CommandLineTests {
  @Test(arguments: [
    (["lamp"], "lamp"), (["\"in the end\""], "\"in the end\""), (["", "lamp"], " lamp"),
    (["-harry draco"], "-harry draco"), (["-harry", "draco"], "-harry draco"), (["-7"], "-7"),
    (["--json", "-he said", "--limit", "5"], "-he said"), (["lamp", "-oil"], "lamp -oil"),
    (["-\"the lamp\"", "oil"], "-\"the lamp\" oil"), (["-é"], "-é"), (["'-he said'"], "'-he said'"),
    (["-harry draco", "--limit=5"], "-harry draco"), (["--limit=5", "-he said"], "-he said"),
    (["search", "-help me", "--json"], "-help me"), (["--limit=5", "lamp", "-oil"], "lamp -oil"),
    (["--limit=5", "-(a b)", "-x y"], "-(a b) -x y"), (["--json", "--", "-h", "x"], "-h x"),
    (["--", "--count", "lamp"], "--count lamp"), (["lamp", "--", "--", "-q"], "lamp -- -q"),
    (["--limit=5", " lamp", " -oil"], " lamp -oil"), (["old", "works"], "old works"),
    (["--json", "old", "works"], "old works"), (["--", "status"], "status"),
    (["--limit", "5", "old", "status"], "old status"), (["the", "cast", "--json"], "the cast"),
  ])
  func `words are a query wherever options stand`(arguments: [String], query: String) throws {
    let command = try #require(try Ficsearch.parsed(arguments) as? SearchCommand)
    #expect(command.parameters.query == query)
  }

  @Test(arguments: [
    ["--socket", "/s", "status"], ["--socket=/s", "status"], ["status", "--socket", "/s"],
    ["--socket", "status", "status"],
  ])
  func `options may stand before a subcommand`(arguments: [String]) throws {
    let command = try #require(try Ficsearch.parsed(arguments) as? StatusCommand)
    #expect(["/s", "status"].contains(command.options.session.socket))
  }

  @Test func `options of any subcommand may stand before it`() throws {
    #expect((try Ficsearch.parsed(["--files", "status"]) as? StatusCommand)?.files == true)
    let works = try #require(
      try Ficsearch.parsed(["--json", "--sort", "title", "works", "old works"]) as? WorksCommand
    )
    #expect(works.parameters.query == "old works" && works.parameters.sort == .title)
    #expect(works.options.session.form == .jsonl)
    let cast = try #require(try Ficsearch.parsed(["--no-pager", "cast", "emma"]) as? CastCommand)
    #expect(cast.work == ["emma"] && !cast.options.session.usesPager)
    for arguments in [
      ["--socket", "/s", "alias", "list"], ["alias", "--socket", "/s", "list"],
      ["alias", "list", "--socket", "/s"], ["--json", "alias", "--socket", "/s", "list"],
    ] {
      let list = try #require(try Ficsearch.parsed(arguments) as? AliasListCommand)
      #expect(list.options.session.socket == "/s")
    }
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
    ["lamp", "--limit", "1001"], ["lamp", "--limit", "x"], ["lamp", "--context", "21"],
    ["lamp", "--sort", "size"], ["lamp", "--color", "red"], ["lamp", "--min-confidence", "2"],
    ["lamp", "--kwic", "--count"], ["lamp", "--min-confidence", "nan"], ["lamp", "--nothing"],
    ["lamp", "--form", "xml"], ["lamp", "--form", "csv", "--json"],
  ])
  func `what is wrong is an error`(arguments: [String]) {
    #expect(throws: (any Error).self) { try Ficsearch.parsed(arguments) }
  }

  @Test(arguments: [
    SearchParameters(query: "it's \"here\"", limit: 7, cursor: "c4", sort: .relevance, context: 2),
    SearchParameters(query: "-harry", view: .kwic, minimumConfidence: 0.25, zone: "dialogue"),
    SearchParameters(query: "--limit", view: .count, copies: .all),
    SearchParameters(query: "walk", isExact: true),
    SearchParameters(query: "status"), SearchParameters(query: "a\nb", sort: .newest),
  ])
  func `a printed command, pasted, asks the same`(parameters: SearchParameters) throws {
    let command = try #require(try Self.pasted(parameters.command("ficsearch")) as? SearchCommand)
    #expect(command.parameters == parameters)
    var socket = CommandWords("ficsearch")
    socket.append(option: "--socket", quoted: "/a b's.sock")
    let there = try #require(try Self.pasted(parameters.command(socket.text)) as? SearchCommand)
    #expect(there.parameters == parameters)
    #expect(there.options.session.socket == "/a b's.sock")
  }

  @Test(arguments: [
    WorksParameters(), WorksParameters(query: "-tag:x", sort: .added, isReversed: true, limit: 3),
    WorksParameters(query: "it's", cursor: "x", copies: .all),
  ])
  func `a printed list of works, pasted, asks the same`(parameters: WorksParameters) throws {
    let command = try #require(try Self.pasted(parameters.command("ficsearch")) as? WorksCommand)
    #expect(command.parameters == parameters)
  }

  @Test func `the names of subcommands are known where commands are printed`() {
    let names = Ficsearch.configuration.subcommands.compactMap { $0.configuration.commandName }
    #expect(CommandWords.subcommands == Set(names + ["help"]))
  }

  /// What the program makes of a command line after a shell took its quotes away.
  private static func pasted(_ command: CommandWords) throws -> any ParsableCommand {
    var arguments: [String] = []
    var word: String?
    var isQuoted = false
    var isEscaped = false
    for scalar in command.text.unicodeScalars {
      if isEscaped {
        word = (word ?? "") + String(scalar)
        isEscaped = false
      } else if scalar == "'" {
        isQuoted.toggle()
        word = word ?? ""
      } else if isQuoted {
        word?.unicodeScalars.append(scalar)
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == " " {
        if let word { arguments.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(scalar)
      }
    }
    if let word { arguments.append(word) }
    return try Ficsearch.parsed(Array(arguments.dropFirst()))
  }

  @Test(arguments: [
    ("statsu", "status", true), ("stauts", "status", true), ("work", "works", true),
    ("reindx", "reindex", true), ("casts", "cast", true), ("shaw", "show", true),
    ("status", "status", false), ("stat", "status", false), ("oath", "cast", false),
  ])
  func `a command that is typed wrong by one letter is known`(
    word: String,
    name: String,
    isKnown: Bool
  ) {
    #expect(SearchCommand.isTypedWrong(word, for: name) == isKnown)
  }
}
