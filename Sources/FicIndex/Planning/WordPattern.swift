/// What words go on with behind their start, where a query has signs for letters.
///
/// Terms hold neither sign, so that both stand for themselves among a pattern's bytes.
package struct WordPattern: Hashable, Sendable {
  /// Stands for any letters, or none.
  static let anything = UInt8(ascii: "*")

  /// Stands for one letter.
  static let letter = UInt8(ascii: "?")

  /// Folded bytes and signs.
  package var bytes: [UInt8]

  /// Creates a pattern of folded bytes and signs.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the words' rest: letters and signs.
  init(_ text: Substring, _ analyzer: Analyzer) {
    bytes = []
    var rest = text
    while let first = rest.first {
      if Self.isSign(first) {
        bytes.append(first == "*" ? Self.anything : Self.letter)
        rest.removeFirst()
      } else {
        let letters = rest.prefix { !Self.isSign($0) }
        for term in analyzer.terms(of: String(letters)) { bytes += term.bytes }
        rest = rest.dropFirst(letters.count)
      }
    }
  }

  /// Whether a character of a query is one of the signs.
  static func isSign(_ character: Character) -> Bool { character == "*" || character == "?" }

  /// Whether a word goes on so.
  ///
  /// Complexity: O(n · m) in the lengths of the word and the pattern.
  package func matches(_ rest: ArraySlice<UInt8>) -> Bool {
    var (place, sign) = (rest.startIndex, 0)
    // Where to go on when the letters behind the last asterisk do not fit.
    var retry: (place: Int, sign: Int)?
    while place < rest.endIndex {
      if sign < bytes.count, bytes[sign] == Self.anything {
        sign += 1
        retry = (place, sign)
      } else if sign < bytes.count, bytes[sign] == Self.letter {
        place = Self.next(rest, place)
        sign += 1
      } else if sign < bytes.count, bytes[sign] == rest[place] {
        place += 1
        sign += 1
      } else if let last = retry {
        place = Self.next(rest, last.place)
        sign = last.sign
        retry = (place, sign)
      } else {
        return false
      }
    }
    return bytes[sign...].allSatisfy { $0 == Self.anything }
  }

  /// The place behind the letter at `place`: behind all bytes of its scalar.
  private static func next(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int {
    var place = place + 1
    while place < bytes.endIndex, bytes[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }
}
