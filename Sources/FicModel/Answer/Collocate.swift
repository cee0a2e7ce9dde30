/// A word that stands beside what a query finds.
public struct Collocate: Hashable, Sendable {
  /// The word, folded as the index folds it.
  public var word: String

  /// How often it stands beside a match.
  public var beside: Int

  /// How often it stands in all that was looked into.
  public var total: Int

  /// Dunning's log-likelihood: how sure it is that the word stands there more often than elsewhere;
  /// negative where it stands there less often.
  ///
  /// From 3.84 on by chance in less than one of twenty words, from 10.83 on in one of a thousand.
  public var logLikelihood: Double

  /// Creates a collocate.
  public init(word: String, beside: Int, total: Int, logLikelihood: Double) {
    self.word = word
    self.beside = beside
    self.total = total
    self.logLikelihood = logLikelihood
  }
}

extension Collocate: JSONWritable {
  /// Appends the record with `"type":"collocate"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "collocate")
      object.field("word", word)
      object.field("beside", beside)
      object.field("total", total)
      object.field("logLikelihood", logLikelihood)
    }
  }
}
