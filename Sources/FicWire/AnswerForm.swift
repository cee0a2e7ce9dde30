/// The form in which an answer is written: one answer has many.
public enum AnswerForm: String, CaseIterable, Hashable, Sendable {
  /// For a screen.
  case text
  /// A JSON object a line.
  case jsonl
  /// One JSON object.
  case json
  /// A table of RFC 4180, with lines that end in LF.
  case csv
  /// A document of the Text Encoding Initiative, P5: who says what to whom.
  case tei
  /// A page for a browser.
  case html

  /// The media type.
  public var mediaType: String {
    switch self {
    case .text: "text/plain; charset=utf-8"
    case .jsonl: WireVersion.jsonLines
    case .json: WireVersion.json
    case .csv: "text/csv; charset=utf-8; header=present"
    case .tei: "application/tei+xml"
    case .html: "text/html; charset=utf-8"
    }
  }

  /// The first form that a header `Accept` names; nil where it names none.
  public init?(accept values: [String]) {
    for value in values {
      for range in value.split(separator: ",") {
        let type = range.split(separator: ";").first?.filter { $0 != " " }.lowercased()
        let form = Self.allCases.first { form in
          form.mediaType.split(separator: ";").first.map(String.init) == type
        }
        guard let form else { continue }
        self = form
        return
      }
    }
    return nil
  }
}
