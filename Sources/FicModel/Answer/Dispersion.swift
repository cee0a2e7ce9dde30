/// How evenly the matches of a query lie in one work, chapter by chapter.
public struct Dispersion: Hashable, Sendable {
  /// What was found in a chapter.
  public struct Part: Hashable, Sendable {
    /// The chapter.
    public var chapter: ChapterLabel

    /// The REF of its start.
    public var ref: String

    /// The places that match.
    public var matches: Int

    /// The words that were looked into.
    public var words: Int

    /// Creates a part.
    public init(chapter: ChapterLabel, ref: String, matches: Int, words: Int) {
      self.chapter = chapter
      self.ref = ref
      self.matches = matches
      self.words = words
    }
  }

  /// The work.
  public var work: WorkLabel

  /// The chapters that were looked into, as read.
  public var parts: [Part]

  /// Creates a dispersion.
  public init(work: WorkLabel, parts: [Part]) {
    self.work = work
    self.parts = parts
  }

  /// The places that match.
  public var matches: Int { parts.reduce(0) { $0 + $1.matches } }

  /// The words that were looked into.
  public var words: Int { parts.reduce(0) { $0 + $1.words } }

  /// The number of chapters with a match.
  public var range: Int { parts.count { $0.matches > 0 } }

  /// Juilland's D, 0…1: 1 where every chapter has the same rate; nil of fewer than two chapters.
  ///
  /// 1 - v / √(n - 1), where v is the coefficient of variation of the rates of n parts, as
  /// Gries gives it for parts of different sizes (Dispersions and adjusted frequencies in corpora,
  /// International Journal of Corpus Linguistics 13:4, 2008).
  public var juillandD: Double? {
    let rates = parts.filter { $0.words > 0 }.map { Double($0.matches) / Double($0.words) }
    guard rates.count > 1 else { return nil }
    let mean = rates.reduce(0, +) / Double(rates.count)
    guard mean > 0 else { return nil }
    let variance =
      rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rates.count)
    let value = 1 - variance.squareRoot() / mean / Double(rates.count - 1).squareRoot()
    return Self.rounded(min(1, max(0, value)))
  }

  /// Gries's deviation of proportions, 0…1: 0 where matches lie as words do; nil of no match.
  ///
  /// Half the sum of the differences between each part's share of the words and of the matches (the
  /// same source).
  public var deviationOfProportions: Double? {
    let (matches, words) = (Double(matches), Double(words))
    guard matches > 0, words > 0 else { return nil }
    let sum = parts.reduce(0.0) {
      $0 + abs(Double($1.words) / words - Double($1.matches) / matches)
    }
    return Self.rounded(sum / 2)
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

extension Dispersion: JSONWritable {
  /// Appends the record with `"type":"dispersion"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "dispersion")
      object.field("work", work)
      object.field("matches", matches)
      object.field("words", words)
      object.field("range", range)
      object.field(ifPresent: "juillandD", juillandD)
      object.field(ifPresent: "deviationOfProportions", deviationOfProportions)
      object.field("chapters", parts)
    }
  }
}

extension Dispersion.Part: JSONWritable {
  /// Appends an object.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("chapter", chapter)
      object.field("ref", ref)
      object.field("matches", matches)
      object.field("words", words)
    }
  }
}
