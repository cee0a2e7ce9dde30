import FicModel

/// A line of text, as a paragraph of HTML.
struct HTMLLine {
  /// Its REF.
  let ref: String

  /// The text.
  let text: String

  /// Where it matches: [start, end) in Unicode scalars of `text`.
  let matches: [[Int]]

  /// What is said in it.
  let said: [Saying]

  /// Who speaks to whom, as it is shown; nil for nothing.
  let label: String?

  /// The paragraph.
  var markup: String {
    let head = label.map { "<span class=\"label\">\(XMLText.content($0))</span><br>" } ?? ""
    let id = XMLText.attribute(ref)
    return "<p id=\"\(id)\">\(head)\(inner) <span class=\"ref\">\(id)</span></p>\n"
  }

  /// The text, with what is said and what matches marked.
  var inner: String {
    let sayings = said.filter { $0.start < $0.end }.map { saying in
      let who = saying.speaker.map { " title=\"\(XMLText.attribute($0))\"" } ?? ""
      return MarkedLine.Element(
        range: saying.start..<saying.end,
        open: "<span class=\"said\"\(who)>",
        close: "</span>"
      )
    }
    let marks = matches.compactMap { place in
      place.count == 2 && place[0] < place[1]
        ? MarkedLine.Element(range: place[0]..<place[1], open: "<mark>", close: "</mark>") : nil
    }
    return MarkedLine(text: text, outer: sayings, inner: marks).markup
  }
}
