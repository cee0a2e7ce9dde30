import FicModel

/// The records of a search by kind, for forms that show what comes last beside what comes first.
struct GatheredAnswer {
  /// How the query was understood.
  private(set) var begin: SearchBegin?

  /// Who has a name that was asked for.
  private(set) var cards: [CharacterCard] = []

  /// The lines, those that lack a word among them, in the order of the answer.
  private(set) var hits: [Hit] = []

  /// Totals, and what was left out.
  private(set) var end: SearchEnd?

  /// How many of the lines lack a word.
  var closest: Int { hits.count { !$0.lacking.isEmpty } }

  /// Adds a record; one of another answer is passed over.
  mutating func add(_ record: SearchRecord) {
    switch record {
    case .begin(let record): begin = record
    case .card(let record): cards.append(record)
    case .closest(let record), .hit(let record): hits.append(record)
    case .end(let record): end = record
    case .count, .member, .work, .page, .passage, .change, .failure: break
    }
  }
}
