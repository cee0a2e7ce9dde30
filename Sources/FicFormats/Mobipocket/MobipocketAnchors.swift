/// Marks in a book's text where the entries of its table of contents lead to, so that a page that
/// is read as a tree still knows these places.
enum MobipocketAnchors {
  private static let name = "ficsearch-contents-"

  /// How far before a place the tag may begin that it stands in.
  private static let longestTag = 1024

  /// The id of the mark of an entry.
  static func id(_ number: Int) -> String { name + "\(number)" }

  /// The text with a mark for each of `places`, in bytes; those beyond the text have none.
  ///
  /// Complexity: linear in the text and the places, which are sorted.
  static func marked(_ text: [UInt8], at places: [Int]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + places.count * 48)
    var start = 0
    for (number, place) in places.enumerated().sorted(by: { $0.element < $1.element }) {
      guard (0..<text.count).contains(place) else { continue }
      let own = max(start, outsideTag(text, place))
      result += text[start..<own]
      result += "<a id=\"\(id(number))\"></a>".utf8
      start = own
    }
    return result + text[start...]
  }

  /// The place, or where the tag or the letter begins that it stands in.
  private static func outsideTag(_ text: [UInt8], _ place: Int) -> Int {
    var before = place
    while before > 0, place - before < longestTag {
      before -= 1
      if text[before] == UInt8(ascii: ">") { break }
      if text[before] == UInt8(ascii: "<") { return before }
    }
    var place = place
    while place > 0, text[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  /// For each mark the page that it stands in.
  ///
  /// Complexity: linear in the text.
  static func pages(of text: [UInt8], in pages: [Range<Int>]) -> [Int: Int] {
    let start = Array("<a id=\"\(name)".utf8)
    var found: [Int: Int] = [:]
    for (page, range) in pages.enumerated() {
      var index = range.lowerBound
      while let place = text[index..<range.upperBound].firstIndex(of: start[0]) {
        index = place + 1
        guard text[place..<range.upperBound].starts(with: start) else { continue }
        let digits = text[(place + start.count)...].prefix(6).prefix { (0x30...0x39).contains($0) }
        found[digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }] = page
      }
    }
    return found
  }
}
