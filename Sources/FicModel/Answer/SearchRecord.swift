/// A record of an answer: one line of JSON, one object of the HTTP response, one thing to print.
public enum SearchRecord: Hashable, Sendable {
  /// What was asked.
  case begin(SearchBegin)
  /// Who a name is.
  case card(CharacterCard)
  /// A line that comes close and whose scene lacks a word.
  case closest(Hit)
  /// A line that answers.
  case hit(Hit)
  /// How much, where only that was asked.
  case count(SearchCount)
  /// A member of a cast.
  case member(CastEntry)
  /// A work.
  case work(WorkEntry)
  /// What stands below a page of works.
  case page(WorksPage)
  /// A stretch of text.
  case passage(Passage)
  /// Something that came, changed or went.
  case change(ArchiveChange)
  /// Totals and what else there is.
  case end(SearchEnd)
  /// What went wrong.
  case failure(Problem)
}

extension SearchRecord: JSONWritable {
  /// Appends the record's object, its `type` first.
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .begin(let record): record.write(to: &writer)
    case .card(let record): record.write(to: &writer)
    case .closest(let record): record.write(as: "closest", to: &writer)
    case .hit(let record): record.write(to: &writer)
    case .count(let record): record.write(to: &writer)
    case .member(let record): record.write(to: &writer)
    case .work(let record): record.write(to: &writer)
    case .page(let record): record.write(to: &writer)
    case .passage(let record): record.write(to: &writer)
    case .change(let record): record.write(to: &writer)
    case .end(let record): record.write(to: &writer)
    case .failure(let record): record.write(to: &writer)
    }
  }
}

extension SearchRecord: JSONReadable {
  /// Reads a record by its `type`.
  public init(json: JSONValue) throws(JSONError) {
    switch try json.read("type", as: String.self) {
    case "begin": self = .begin(try SearchBegin(json: json))
    case "card": self = .card(try CharacterCard(json: json))
    case "closest": self = .closest(try Hit(json: json))
    case "hit": self = .hit(try Hit(json: json))
    case "count": self = .count(try SearchCount(json: json))
    case "member": self = .member(try CastEntry(json: json))
    case "work": self = .work(try WorkEntry(json: json))
    case "page": self = .page(try WorksPage(json: json))
    case "passage": self = .passage(try Passage(json: json))
    case "change": self = .change(try ArchiveChange(json: json))
    case "end": self = .end(try SearchEnd(json: json))
    case "failure": self = .failure(try Problem(json: json))
    default: throw JSONError(expected: "a known record type")
    }
  }
}
