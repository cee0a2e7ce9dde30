import ArgumentParser
import FicWire

/// Saves a query under a name.
struct SaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: "Save a query under a name: searches have it as @NAME.",
    discussion: """
        ficsearch save duo 'with:smith with:pask'
        ficsearch '@duo lamp'
        ficsearch save --list
        ficsearch save --remove duo
      """
  )

  @OptionGroup var options: CommonOptions

  @Flag(help: "List what is saved.")
  var list = false

  @Option(help: ArgumentHelp("Remove what is saved under a name.", valueName: "name"))
  var remove: String?

  @Argument(help: "The name: letters, digits, - and _.")
  var name: String?

  @Argument(help: "The query.")
  var query: [String] = []

  func validate() throws {
    let saves = name != nil && !query.isEmpty
    guard [saves, list, remove != nil].filter(\.self).count == 1, saves || name == nil else {
      throw ValidationError("Give a name and a query, or --list, or --remove NAME.")
    }
  }

  func run() throws {
    let session = options.session
    if list { return try session.show(DaemonRequest(target: APIPath.queries)) }
    if let remove {
      let target = APIPath.named(APIPath.queries, remove)
      return try session.show(DaemonRequest(method: "DELETE", target: target))
    }
    try session.show(
      DaemonRequest(
        method: "PUT",
        target: APIPath.queries,
        body: APIPath.namedQuery(name ?? "", query.joined(separator: " "))
      )
    )
  }
}
