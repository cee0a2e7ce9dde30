import ArgumentParser
import BenchQueries
import FicWire
import FoundationEssentials

/// What is asked, and of whom.
struct QueryOptions: ParsableArguments {
  @Argument(help: "The queries.") var queries: String
  @Option(help: "The daemon's socket.") var socket: String
  @Option(help: "The most lines of an answer.") var limit = 10
  @Option(help: "Classes of queries that are left out, with commas between.") var without = ""

  /// The queries that are asked.
  func chosen() throws -> [BenchQuery] {
    let left = Set(without.split(separator: ",").map(String.init))
    let text = try String(contentsOfFile: queries, encoding: .utf8)
    let chosen = BenchQuery.queries(in: text).filter { !left.contains($0.group) }
    guard !chosen.isEmpty else { throw ValidationError("\(queries) has no query to ask.") }
    return chosen
  }

  /// The request of a query, all of its bytes.
  func request(_ query: BenchQuery) -> [UInt8] {
    let target = SearchParameters(query: query.text, limit: limit).target
    let head = "GET \(target) HTTP/1.1\r\nHost: bench\r\nAccept: \(WireVersion.jsonLines)\r\n\r\n"
    return Array(head.utf8)
  }
}
