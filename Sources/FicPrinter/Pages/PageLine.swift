import FicModel
import FicWire

/// A line that a search found, as it stands on a page.
struct PageLine {
  let hit: Hit

  /// What was asked.
  let parameters: SearchParameters

  var fields: PageFields {
    let line = HTMLLine(
      ref: hit.ref,
      text: hit.text,
      matches: hit.matches,
      said: hit.said,
      label: nil
    )
    var fields: PageFields = [
      "ref": hit.ref, "who": TextPrinter.label(of: hit), "tone": tone,
      "markup": line.inner, "closest": !hit.lacking.isEmpty,
      "before": hit.before.map { SafeText.visible($0) },
      "after": hit.after.map { SafeText.visible($0) },
      "readHref": PagePath.read(hit.ref, query: parameters.query, upto: parameters.upto),
    ]
    if hit.speaker != nil, let confidence = hit.confidence {
      fields["sure"] = Self.sure(confidence)
      fields["rule"] = hit.rule.map { "how sure, by \($0)" } ?? "how sure"
    }
    if !hit.lacking.isEmpty { fields["lacks"] = Phrases.list(hit.lacking, limit: 6) }
    return fields
  }

  private var tone: String {
    guard hit.speaker != nil else { return "narration" }
    return Self.tone(hit.confidence ?? 1)
  }

  /// How sure it is who speaks, for people.
  static func sure(_ confidence: Double) -> String {
    confidence >= 1 ? "corrected" : "\(Int((confidence * 100).rounded(.down))) %"
  }

  /// How a speaker stands there who is so sure.
  static func tone(_ confidence: Double) -> String {
    confidence < 0.5 ? "speaker doubtful" : "speaker"
  }
}
