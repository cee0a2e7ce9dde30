/// The last record of an answer: totals, and what else the user may want.
public struct SearchEnd: Hashable, Sendable, JSONWritable {
  /// Over the whole archive, whatever the page shows, without what is folded.
  public var totals: SearchTotals

  /// What is left out for being a copy; nil for nothing.
  public var copies: FoldedCopies?

  /// The true totals of the works on the page, in the order in which they first appear.
  public var works: [WorkTotals]

  /// The lines that answer and are not shown, because they hold only words that most lines hold.
  public var hardlyTelling = 0

  /// Lines that answer and come less close than any that the order by relevance goes to, where it
  /// ends here.
  public var unranked = 0

  /// What was not looked at, for want of time or room: a sentence each.
  public var cuts: [String] = []

  /// What was left out.
  public var elsewhere: [Elsewhere]

  /// Names that may have been meant, where nobody has the one that was asked for.
  public var names: [NearName] = []

  /// Narrators who may have been meant, where nobody has the name that was asked for.
  public var narrators: [KnownNarrator] = []

  /// Queries that may have been meant, where nothing was found.
  public var suggestions: [String]

  /// What `--cursor` takes to go on; nil on the last page.
  public var cursor: String?

  /// The time in the daemon.
  public var elapsedMilliseconds: Double

  /// Creates a record.
  public init(
    totals: SearchTotals,
    works: [WorkTotals] = [],
    elsewhere: [Elsewhere] = [],
    suggestions: [String] = [],
    cursor: String? = nil,
    elapsedMilliseconds: Double = 0,
    copies: FoldedCopies? = nil
  ) {
    self.totals = totals
    self.copies = copies
    self.works = works
    self.elsewhere = elsewhere
    self.suggestions = suggestions
    self.cursor = cursor
    self.elapsedMilliseconds = elapsedMilliseconds
  }

  /// Appends the record with `"type":"end"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "end")
      object.field("totals", totals)
      object.field(ifPresent: "copies", copies)
      object.field("works", works)
      if hardlyTelling > 0 { object.field("hardlyTelling", hardlyTelling) }
      if unranked > 0 { object.field("unranked", unranked) }
      if !cuts.isEmpty { object.field("cuts", cuts) }
      object.field("elsewhere", elsewhere)
      if !names.isEmpty { object.field("names", names) }
      if !narrators.isEmpty { object.field("narrators", narrators) }
      object.field("suggestions", suggestions)
      object.field("cursor", cursor)
      object.field("elapsedMilliseconds", elapsedMilliseconds)
    }
  }
}

extension SearchEnd: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      totals: try json.read("totals"),
      works: try json.read("works"),
      elsewhere: try json.read("elsewhere"),
      suggestions: try json.read("suggestions"),
      cursor: try json.read(ifPresent: "cursor"),
      elapsedMilliseconds: try json.read("elapsedMilliseconds"),
      copies: try json.read(ifPresent: "copies")
    )
    hardlyTelling = try json.read(ifPresent: "hardlyTelling") ?? 0
    unranked = try json.read(ifPresent: "unranked") ?? 0
    cuts = try json.read(ifPresent: "cuts") ?? []
    names = try json.read(ifPresent: "names") ?? []
    narrators = try json.read(ifPresent: "narrators") ?? []
  }
}
