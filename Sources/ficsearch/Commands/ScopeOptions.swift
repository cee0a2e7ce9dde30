import ArgumentParser
import FicWire

/// Where a query looks, whatever is made of what it finds.
struct ScopeOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "Where to look: story, dialogue, narration, thought, notes, summary or all.",
      valueName: "zone"
    )
  )
  var zone: String?

  @Option(
    help: ArgumentHelp("The least confidence of who speaks: 0 to 1.", valueName: "figure")
  )
  var minConfidence: Double?

  @Flag(help: "Show copies of works that answer too, instead of counting them.")
  var allCopies = false

  @Flag(help: "Take words of the text as written, without their inflections.")
  var exact = false

  @OptionGroup var border: BorderOptions

  func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence takes a figure from 0 to 1.")
    }
  }

  /// What is asked of a query.
  func parameters(query: String, limit: Int?) -> SearchParameters {
    var parameters = SearchParameters(
      query: query,
      limit: limit,
      minimumConfidence: minConfidence,
      zone: zone,
      copies: allCopies ? .all : .fold,
      isExact: exact
    )
    parameters.upto = border.upto
    return parameters
  }
}
