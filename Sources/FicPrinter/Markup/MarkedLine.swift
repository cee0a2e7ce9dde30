import FicModel

/// The text of a line as markup: what is said in it, and what of it matches, as elements.
struct MarkedLine {
  /// An element around a part of the text: what opens it and what closes it.
  struct Element {
    var range: Range<Int>
    var open: String
    var close: String
  }

  /// The text.
  let text: String

  /// Elements that do not overlap each other; those inside of them neither.
  let outer: [Element]
  let inner: [Element]

  /// The text with the elements; an inner one that crosses the border of an outer one is parted.
  var markup: String {
    let scalars = Array(text.unicodeScalars)
    let borders = (outer + inner).flatMap { [$0.range.lowerBound, $0.range.upperBound] }
    let places = Set(borders + [0, scalars.count]).filter { (0...scalars.count).contains($0) }
      .sorted()
    var result = ""
    var open: Int?
    for (start, end) in zip(places, places.dropFirst()) {
      let around = outer.firstIndex { $0.range.lowerBound <= start && end <= $0.range.upperBound }
      if open != around {
        if let open { result += outer[open].close }
        if let around { result += outer[around].open }
        open = around
      }
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: scalars[start..<end])
      let escaped = XMLText.content(String(piece))
      let mark = inner.first { $0.range.lowerBound <= start && end <= $0.range.upperBound }
      result += mark.map { $0.open + escaped + $0.close } ?? escaped
    }
    if let open { result += outer[open].close }
    return result
  }
}
