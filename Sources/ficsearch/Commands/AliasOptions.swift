import ArgumentParser
import FicWire

/// Where what is said of names holds, and whether it is done.
struct AliasOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "The work in which this holds: its title, a part of it, or its id. Default: all works.",
      valueName: "work"
    )
  )
  var work: String?

  @Flag(inversion: .prefixedNo, help: "Wait until what it concerns was read again.")
  var wait = true

  @Flag(help: "Only say what would come of it.")
  var dryRun = false

  /// Asks for a change of names.
  ///
  /// - Parameters:
  ///   - change: What is said of them.
  ///   - name: The first name.
  ///   - others: The others.
  /// - Throws: What the session throws.
  func ask(_ change: AliasRequest.Change, _ name: String, _ others: [String]) throws {
    let request = AliasRequest(
      change,
      name: name,
      aliases: others,
      work: work,
      isPreview: dryRun
    )
    try common.session.follow(
      DaemonRequest(method: "PUT", target: APIPath.aliases, body: request.items),
      waits: wait && !dryRun
    )
  }
}
