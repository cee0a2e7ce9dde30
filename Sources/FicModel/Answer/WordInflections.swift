/// A word of a query with the inflections that were looked for beside it.
public struct WordInflections: Hashable, Sendable, JSONWritable {
  /// The word, as the index has it.
  public var word: String

  /// The other forms that occur, by their letters.
  public var forms: [String]

  /// Creates a record.
  public init(word: String, forms: [String]) {
    self.word = word
    self.forms = forms
  }

  /// Appends `word` and `forms`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("word", word)
      object.field("forms", forms)
    }
  }
}

extension WordInflections: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(word: try json.read("word"), forms: try json.read("forms"))
  }
}
