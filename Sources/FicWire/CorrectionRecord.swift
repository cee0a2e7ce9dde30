public import FicModel

/// A line of `GET /v1/corrections`: what the user says of a line of a work.
public struct CorrectionRecord: Hashable, Sendable, JSONWritable {
  /// The work, as the file writes it.
  public var work: String

  /// The words of the line.
  public var words: String

  /// The words before them.
  public var before: String

  /// What is so.
  public var verdict: CorrectionRequest.Verdict

  /// Who says it; nil where the reader decides.
  public var speaker: String?

  /// Whom it is to; empty where the reader decides.
  public var addressees: [String]

  /// The file that says so.
  public var file: String

  /// Its line, from 1.
  public var line: Int

  /// Why it fits no line of the work; nil where it fits one.
  public var flaw: String?

  /// Creates the record of a line of a file.
  package init(_ line: CorrectionFile.Line, in file: String, flaw: String?) {
    let correction = line.correction
    work = correction.work
    words = correction.words
    before = correction.before
    self.file = file
    self.line = line.number
    self.flaw = flaw
    addressees = []
    switch correction.verdict {
    case .notSpeech: verdict = .notSpeech
    case .sceneBreak: verdict = .sceneBreak
    case .said(let speaker, let addressees):
      verdict = .said
      self.speaker = speaker
      self.addressees = addressees
    }
  }

  /// Appends the record with `"type":"correction"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "correction")
      object.field("work", work)
      object.field("words", words)
      object.field("before", before)
      object.field("verdict", verdict.rawValue)
      object.field("speaker", speaker)
      object.field("to", addressees)
      object.field("file", file)
      object.field("line", line)
      object.field(ifPresent: "flaw", flaw)
    }
  }
}
