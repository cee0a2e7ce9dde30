/// How much of what answers a query stands in one part of the archive.
public struct CountGroup: Hashable, Sendable {
  /// What the part is.
  public var by: CountKey

  /// What the part is called: a title, a name, a year.
  public var name: String

  /// The work that it is, or is a part of; nil where it may lie in several.
  public var work: WorkLabel?

  /// The chapter that it is, or lies in.
  public var chapter: ChapterLabel?

  /// The number of the scene in its chapter, from 1.
  public var scene: Int?

  /// The REF of its first match; nil of what lies in several chapters.
  public var ref: String?

  /// The figures.
  public var totals: SearchTotals

  /// The words that were looked into.
  public var words: Int

  /// Creates a group.
  public init(
    by: CountKey,
    name: String,
    work: WorkLabel? = nil,
    chapter: ChapterLabel? = nil,
    scene: Int? = nil,
    ref: String? = nil,
    totals: SearchTotals = SearchTotals(),
    words: Int = 0
  ) {
    self.by = by
    self.name = name
    self.work = work
    self.chapter = chapter
    self.scene = scene
    self.ref = ref
    self.totals = totals
    self.words = words
  }

  /// The matches in ten thousand of the words that were looked into; nil where there are none.
  public var perTenThousand: Double? { totals.perTenThousand(of: words) }
}

extension SearchTotals {
  /// The matches in ten thousand of so many words, to a hundredth; nil where there are no words.
  public func perTenThousand(of words: Int) -> Double? {
    words > 0 ? (Double(matches) * 1_000_000 / Double(words)).rounded() / 100 : nil
  }
}

extension CountGroup: JSONWritable {
  /// Appends the record with `"type":"count"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "count")
      object.field("by", by.rawValue)
      object.field("name", name)
      object.field(ifPresent: "work", work)
      object.field(ifPresent: "chapter", chapter)
      object.field(ifPresent: "scene", scene)
      object.field(ifPresent: "ref", ref)
      object.field("matches", totals.matches)
      object.field("scenes", totals.scenes)
      object.field("chapters", totals.chapters)
      object.field("works", totals.works)
      object.field("words", words)
      object.field(ifPresent: "perTenThousand", perTenThousand)
    }
  }
}
