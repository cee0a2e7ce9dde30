/// What a query finds, counted: an element a work, a word.
public struct CountAnswer<Element: JSONWritable> {
  /// What was asked, and how it was understood.
  public var begin: SearchBegin

  /// The elements, at most as many as were asked for.
  public var elements: [Element]

  /// How many elements are not shown.
  public var more: Int

  /// What was not looked at, for want of time or room: a sentence each.
  public var cuts: [String]

  /// Creates an answer.
  public init(begin: SearchBegin, elements: [Element], more: Int, cuts: [String] = []) {
    self.begin = begin
    self.elements = elements
    self.more = more
    self.cuts = cuts
  }
}

extension CountAnswer: Sendable where Element: Sendable {}

extension CountAnswer: JSONWritable {
  /// Appends an object: `begin`, `counts`, `more`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("begin", begin)
      object.field("counts", elements)
      object.field("more", more)
      if !cuts.isEmpty { object.field("cuts", cuts) }
    }
  }

  /// Appends the same as lines: `begin`, the elements, `end`.
  public func writeLines(to writer: inout JSONWriter) {
    writer.line(begin)
    for element in elements { writer.line(element) }
    writer.line(End(more: more, cuts: cuts))
  }

  /// What stands below the elements.
  private struct End: JSONWritable {
    let more: Int
    let cuts: [String]

    func write(to writer: inout JSONWriter) {
      writer.object { object in
        object.field("type", "end")
        object.field("more", more)
        if !cuts.isEmpty { object.field("cuts", cuts) }
      }
    }
  }
}
