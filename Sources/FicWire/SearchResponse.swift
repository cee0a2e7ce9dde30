public import FicModel

/// The answer of `/v1/search` as one JSON object, for those who do not ask for lines.
public struct SearchResponse: Hashable, Sendable, JSONWritable {
  /// What was asked and how it was understood.
  public var begin: SearchBegin?

  /// Who the names in the query are.
  public var cards: [CharacterCard]

  /// Lines that come close and whose scenes lack a word.
  public var closest: [Hit] = []

  /// The lines that answer.
  public var hits: [Hit]

  /// Totals and what else there is; nil where only a count was asked.
  public var end: SearchEnd?

  /// How much there is, where only that was asked.
  public var count: SearchCount?

  /// Gathers the records of an answer; those of another kind are left out.
  public init(_ records: some Sequence<SearchRecord>) {
    cards = []
    hits = []
    for record in records {
      switch record {
      case .begin(let value): begin = value
      case .card(let value): cards.append(value)
      case .closest(let value): closest.append(value)
      case .hit(let value): hits.append(value)
      case .end(let value): end = value
      case .count(let value): count = value
      case .member, .work, .page, .passage, .change, .failure: break
      }
    }
  }

  /// Appends `count`, or `begin`, `cards`, `closest`, `hits`, `end`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      if let count {
        object.field(ifPresent: "begin", begin)
        object.field("count", count)
      } else {
        object.field("begin", begin)
        object.field("cards", cards)
        object.field("closest", closest.map(SearchRecord.closest))
        object.field("hits", hits)
        object.field("end", end)
      }
    }
  }
}

extension SearchResponse: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    begin = try json.read(ifPresent: "begin")
    cards = try json.read(ifPresent: "cards") ?? []
    closest = try json.read(ifPresent: "closest") ?? []
    hits = try json.read(ifPresent: "hits") ?? []
    end = try json.read(ifPresent: "end")
    count = try json.read(ifPresent: "count")
  }
}
