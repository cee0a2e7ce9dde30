/// The answer to a query that asks how much of what it finds stands where.
public struct CountTable: Hashable, Sendable {
  /// What was asked, and how it was understood.
  public var begin: SearchBegin

  /// What was counted by.
  public var by: CountKey

  /// The parts in which something was found, at most as many as were asked for.
  public var groups: [CountGroup]

  /// How many parts are not shown.
  public var more: Int

  /// The figures of all parts together.
  public var totals: SearchTotals

  /// The words that were looked into, with those of parts in which nothing was found.
  public var words: Int

  /// What is left out for being a copy; nil for nothing.
  public var copies: FoldedCopies?

  /// What was not looked at, for want of time or room: a sentence each.
  public var cuts: [String] = []

  /// Creates a table.
  public init(
    begin: SearchBegin,
    by: CountKey,
    groups: [CountGroup],
    more: Int,
    totals: SearchTotals,
    words: Int,
    copies: FoldedCopies?
  ) {
    self.begin = begin
    self.by = by
    self.groups = groups
    self.more = more
    self.totals = totals
    self.words = words
    self.copies = copies
  }
}

extension CountTable: JSONWritable {
  /// Appends an object: `begin`, `counts`, `end`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("begin", begin)
      object.field("counts", groups)
      object.field("end", End(table: self))
    }
  }

  /// Appends the same objects as lines.
  public func writeLines(to writer: inout JSONWriter) {
    writer.line(begin)
    for group in groups { writer.line(group) }
    writer.line(End(table: self))
  }

  /// What stands below the parts.
  private struct End: JSONWritable {
    let table: CountTable

    func write(to writer: inout JSONWriter) {
      writer.object { object in
        object.field("type", "end")
        object.field("totals", table.totals)
        object.field("words", table.words)
        object.field(ifPresent: "perTenThousand", table.totals.perTenThousand(of: table.words))
        object.field("more", table.more)
        object.field(ifPresent: "copies", table.copies)
        if !table.cuts.isEmpty { object.field("cuts", table.cuts) }
      }
    }
  }
}
