import FicModel

/// A line of text, as a paragraph of TEI.
struct TEILine {
  /// Its REF.
  let ref: String

  /// What stretch of the chapter it lies in.
  let zone: ZoneKind

  /// The text.
  let text: String

  /// Where it matches: [start, end) in Unicode scalars of `text`.
  let matches: [[Int]]

  /// What is said in it.
  let said: [Saying]

  /// The paragraph; `id` gives the identifier of a person.
  func markup(_ id: (_ name: String) -> String) -> String {
    let sayings = said.filter { $0.start < $0.end }.map { saying in
      var open = "<said"
      switch saying.kind {
      case .thought: open += " aloud=\"false\" direct=\"true\""
      case .textMessage: open += " rend=\"text-message\""
      case .letter: open += " rend=\"letter\""
      case .speech, .notSpeech: break
      }
      if let speaker = saying.speaker {
        open += " who=\"#\(id(speaker))\" cert=\"\(Self.certainty(saying.confidence))\""
      }
      if !saying.addressees.isEmpty {
        open += " toWhom=\"\(saying.addressees.map { "#" + id($0) }.joined(separator: " "))\""
      }
      return MarkedLine.Element(
        range: saying.start..<saying.end,
        open: open + ">",
        close: "</said>"
      )
    }
    let marks = matches.compactMap { place in
      place.count == 2 && place[0] < place[1]
        ? MarkedLine.Element(
          range: place[0]..<place[1],
          open: "<hi rend=\"match\">",
          close: "</hi>"
        ) : nil
    }
    let inner = MarkedLine(text: text, outer: sayings, inner: marks).markup
    let zone = zone == .story ? "" : " type=\"\(zone.rawValue)\""
    return "<ab n=\"\(XMLText.attribute(ref))\"\(zone)>\(inner)</ab>\n"
  }

  /// TEI's grades of a figure from 0 to 1; the bounds are those of screens.
  private static func certainty(_ confidence: Double) -> String {
    confidence >= 0.9 ? "high" : confidence >= 0.5 ? "medium" : "low"
  }
}
