public import FicModel

/// A page of works as one object:
/// `{"works":[…],"total":…,"understood":…,"suggestions":[…],"cursor":…}`.
public struct WorksResponse: Hashable, Sendable, JSONWritable {
  /// In the order that was asked for.
  public var works: [WorkEntry]

  /// How many there are, and where the list goes on.
  public var page: WorksPage

  /// Creates a response.
  public init(works: [WorkEntry], page: WorksPage) {
    self.works = works
    self.page = page
  }

  /// Appends the object.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("works", works)
      object.field("total", page.total)
      object.field("understood", page.understood)
      object.field("suggestions", page.suggestions)
      object.field("cursor", page.cursor)
    }
  }
}
