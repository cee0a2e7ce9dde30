/// What somebody says, thinks or writes in a line that is shown.
public struct Saying: Hashable, Sendable {
  /// The first Unicode scalar of it in the line's text, the marks with it.
  public var start: Int

  /// Behind its last scalar.
  public var end: Int

  /// How it reaches the page.
  public var kind: UtteranceKind

  /// Who says it; nil where that is open.
  public var speaker: String?

  /// Whom it is to.
  public var addressees: [String]

  /// How sure the speaker is: 0…1.
  public var confidence: Double

  /// Creates a saying.
  public init(
    start: Int,
    end: Int,
    kind: UtteranceKind,
    speaker: String?,
    addressees: [String],
    confidence: Double
  ) {
    self.start = start
    self.end = end
    self.kind = kind
    self.speaker = speaker
    self.addressees = addressees
    self.confidence = confidence
  }
}

extension Saying: JSONWritable {
  /// Appends an object.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("start", start)
      object.field("end", end)
      object.field("kind", kind.rawValue)
      object.field("speaker", speaker)
      object.field("addressees", addressees)
      object.field("confidence", confidence)
    }
  }
}

extension Saying: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      start: try json.read("start"),
      end: try json.read("end"),
      kind: try json.read("kind"),
      speaker: try json.read(ifPresent: "speaker"),
      addressees: try json.read("addressees"),
      confidence: try json.read("confidence")
    )
  }
}
