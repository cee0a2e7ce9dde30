import ArgumentParser
import FicWire

/// Lists who is in a work.
struct CastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cast",
    abstract: "List who is in a work: lines, scenes, who talks with whom."
  )

  /// A form of a graph.
  enum Graph: String, CaseIterable, ExpressibleByArgument {
    case gexf, graphml, dot
  }

  @OptionGroup var options: CommonOptions

  @Option(help: "Only those with this name.")
  var name: String?

  @Flag(help: "Print who speaks how many lines in which chapter, who is silent and absent.")
  var grid = false

  @Option(help: "Print who talks with whom as a graph: gexf, graphml or dot.")
  var graph: Graph?

  @OptionGroup var border: BorderOptions

  @Option(help: ArgumentHelp("The most people to list: 1 to 1000.", valueName: "n"))
  var limit: Int?

  @Argument(help: "Words of the work's title, or its id; all works without.")
  var work: [String] = []

  func validate() throws {
    if let limit, !(1...1000).contains(limit) {
      throw ValidationError("--limit takes a number from 1 to 1000.")
    }
    if grid && graph != nil { throw ValidationError("--grid and --graph exclude each other.") }
  }

  func run() throws {
    try options.session.show(DaemonRequest(target: parameters.target))
  }

  /// What the daemon is asked.
  var parameters: CastParameters {
    let view: CastParameters.View =
      switch graph {
      case .gexf: .gexf
      case .graphml: .graphml
      case .dot: .dot
      case nil: grid ? .grid : .list
      }
    return CastParameters(
      work: work.joined(separator: " "),
      name: name ?? "",
      view: view,
      upto: border.upto,
      limit: limit
    )
  }
}
